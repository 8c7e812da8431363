/** A decision of a standing table, and what became of it. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import { standingTableEndpoints, } from '../../../shared/records/standing-tables.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { StatusDot } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
export function Decision(props) {
    const { t, formats } = useMessages();
    const { showToast } = useToasts();
    const [asking, setAsking] = createSignal(false);
    const send = (state, note) => call(standingTableEndpoints.follow, {
        params: { standingTableId: props.table.id, decisionId: props.decision.id },
        body: { state, note, version: props.decision.version },
    });
    const told = {
        touches: () => [keys.standingTables],
        onDone: () => {
            setAsking(false);
            showToast({ text: t('territory.table.followed') });
        },
    };
    const follow = createAction((state) => send(state, ''), { ...told, toast: true });
    const refuse = createAction((note) => send('not_done', note), told);
    const tone = () => ({ open: 'waiting', done: 'closed', not_done: 'late' })[props.decision.state];
    return (<li class="line">
      <span class="words-p" dir="auto">
        {props.decision.text}
        <Show when={props.decision.note}>
          <span class="muted"> · {props.decision.note}</span>
        </Show>
      </span>
      <span class="end">
        <Show when={props.decision.responsible}>{(body) => <bdi>{body().name}</bdi>}</Show>
        <Show when={props.decision.due}>{(due) => <span>{formats().date(due())}</span>}</Show>
        <StatusDot tone={tone()}>{t(`territory.table.state.${props.decision.state}`)}</StatusDot>
        <Show when={props.writes}>
          <Switch>
            <Match when={props.decision.state === 'open'}>
              <Button small busy={follow.busy()} aria-label={t('territory.table.doneOf', { text: props.decision.text })} onClick={() => void follow.run('done')}>
                {t('territory.table.done')}
              </Button>
              <Button small kind="quiet" aria-label={t('territory.table.notDoneOf', { text: props.decision.text })} onClick={() => setAsking(true)}>
                {t('territory.table.notDone')}
              </Button>
            </Match>
            <Match when={props.decision.state !== 'open'}>
              <Button small kind="quiet" busy={follow.busy()} aria-label={t('territory.table.reopenOf', { text: props.decision.text })} onClick={() => void follow.run('open')}>
                {t('territory.table.reopen')}
              </Button>
            </Match>
          </Switch>
        </Show>
      </span>
      <ReasonDialog open={asking()} onClose={() => setAsking(false)} title={t('territory.table.notDoneTitle')} act={t('ui.save')} action={refuse}/>
    </li>);
}
