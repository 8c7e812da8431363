/** One session of an initiative, and its attendance: four numbers, never a name (A8). */
import { createSignal, For, Show } from 'solid-js';
import { Attendance, initiativeEndpoints, } from '../../../shared/records/initiatives.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords, RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { useToasts } from '../../ui/Toast.tsx';
const columns = ['women', 'children', 'partners', 'newcomers'];
export function SessionItem(props) {
    const { t, formats } = useMessages();
    const [counting, setCounting] = createSignal(false);
    const hasBegun = () => props.session.startsAt <= props.now.toISOString();
    const mayCount = () => props.initiative.editable && hasBegun() && props.session.status !== 'cancelled';
    return (<article class="item ev meet">
      <time dateTime={props.session.startsAt}>
        <b>{formats().date(props.session.startsAt)}</b>
        {formats().time(props.session.startsAt)}
      </time>
      <div>
        <h3 class="item-t" dir="auto">
          {props.initiative.title}
        </h3>
        <p class="item-m">
          <span class="sec">
            <SectorMark sector={props.initiative.body.sector} named/>
            <bdi>{props.initiative.spaceName ?? props.initiative.body.name}</bdi>
          </span>
          <span>{t(`territory.init.kind.${props.initiative.kind}`)}</span>
          <span>{t(`territory.objective.${props.initiative.objective}`)}</span>
          <Show when={props.initiative.languages.length > 0}>
            <span>
              {formats().list(props.initiative.languages.map((one) => t(`functions.language.${one}`)))}
            </span>
          </Show>
        </p>
        <Show when={props.initiative.note}>
          <p class="why" dir="auto">
            {props.initiative.note}
          </p>
        </Show>
        <Show when={props.session.attendance} keyed>
          {(attendance) => <p class="why">{t('territory.init.came', attendance)}</p>}
        </Show>
        <Show when={props.session.cancelReason}>
          {(reason) => <p class="why">{t('territory.init.cancelled', { reason: reason() })}</p>}
        </Show>
        <Show when={mayCount() && !counting()}>
          <div class="item-a">
            <Button small kind={props.session.attendance ? 'quiet' : 'plain'} aria-label={t('territory.init.countOf', { title: props.initiative.title })} onClick={() => setCounting(true)}>
              {props.session.attendance ? t('territory.init.correct') : t('territory.init.count')}
            </Button>
          </div>
        </Show>
        <Show when={counting()}>
          <Count {...props} onClose={() => setCounting(false)}/>
        </Show>
      </div>
    </article>);
}
function Count(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const { attendance, version } = props.session;
    const [given, setGiven] = createSignal(Object.fromEntries(columns.map((column) => [column, attendance ? String(attendance[column]) : ''])));
    const save = createAction((counts) => call(initiativeEndpoints.attendance, {
        params: { initiativeId: props.initiative.id, sessionId: props.session.id },
        body: { ...counts, version },
    }), {
        touches: () => [keys.initiatives],
        onDone: () => {
            showToast({ text: t('territory.init.counted') });
            props.onClose();
        },
    });
    const counts = () => Attendance.safeParse(Object.fromEntries(columns.map((column) => [column, Number(given()[column] || 0)])))
        .data;
    return (<form class="count" onSubmit={(event) => {
            event.preventDefault();
            const ready = counts();
            if (ready)
                void save.run(ready);
        }}>
      <p class="muted xs">{t('territory.init.onlyCounts')}</p>
      <div class="count-f">
        <For each={columns}>
          {(column) => (<Field label={t(`territory.init.${column}`)} error={fieldWords(t, save.problemAt(column))}>
              <TextInput type="number" min="0" inputmode="numeric" placeholder="0" value={given()[column] ?? ''} onValue={(value) => setGiven({ ...given(), [column]: value })}/>
            </Field>)}
        </For>
      </div>
      <RefusalNote refusal={save.refusal()}/>
      <div class="item-a">
        <Button small onClick={() => props.onClose()}>
          {t('ui.cancel')}
        </Button>
        <Button small kind="primary" type="submit" busy={save.busy()}>
          {t('ui.save')}
        </Button>
      </div>
    </form>);
}
