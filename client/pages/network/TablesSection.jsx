/** Standing tables: who sits there, what was decided and what became of it; never a case (D9). */
import { createSignal, For, Show } from 'solid-js';
import { standingTableEndpoints, } from '../../../shared/records/standing-tables.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { createNow } from '../../ui/dates.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { Decision } from './Decision.tsx';
import { PlanSessionDialog, RecordSessionDialog } from './TableDialogs.tsx';
export function TablesSection() {
    const { t } = useMessages();
    const read = createRead(standingTableEndpoints.list, () => ({ key: keys.standingTables, input: {} }));
    return (<Answered read={read} lines={8}>
      {(answer) => (<>
          <p class="muted narrow terr-note">{t('territory.table.noCases')}</p>
          <Show when={answer().tables.length > 0} fallback={<EmptyState size="part" title={t('territory.table.none')}>
                {t('territory.table.noneNext')}
              </EmptyState>}>
            <For each={answer().tables}>{(table) => <Table table={table} writes={answer().can.write}/>}</For>
          </Show>
        </>)}
    </Answered>);
}
function Table(props) {
    const { t, formats } = useMessages();
    const now = createNow();
    const [planning, setPlanning] = createSignal(false);
    return (<article class="sect">
      <header class="sect-h">
        <h2 dir="auto">{props.table.name}</h2>
        <Show when={props.writes}>
          <Button small onClick={() => setPlanning(true)}>
            {t('territory.table.plan')}
          </Button>
        </Show>
      </header>
      <p class="words-p" dir="auto">
        {props.table.purpose}
      </p>
      <p class="muted">
        {t('territory.table.members')}:{' '}
        <bdi>{formats().list(props.table.members.map(({ name }) => name))}</bdi>
      </p>
      <For each={props.table.sessions}>
        {(session) => <Session table={props.table} session={session} writes={props.writes} now={now()}/>}
      </For>
      <Show when={planning()}>
        <PlanSessionDialog table={props.table} onClose={() => setPlanning(false)}/>
      </Show>
    </article>);
}
function Session(props) {
    const { t, formats } = useMessages();
    const [recording, setRecording] = createSignal(false);
    const hasBegun = () => props.session.startsAt <= props.now.toISOString();
    return (<section class="item ev meet">
      <time dateTime={props.session.startsAt}>
        <b>{formats().date(props.session.startsAt)}</b>
        {formats().time(props.session.startsAt)}
      </time>
      <div>
        <h3 class="item-t" dir="auto">
          {formats().list(props.session.topics)}
        </h3>
        <p class="item-m">
          <Show when={hasBegun()} fallback={<Tag>{t('territory.table.next')}</Tag>}>
            <Show when={props.session.attended !== null}>
              <span>{t('territory.table.attended', { count: props.session.attended ?? 0 })}</span>
            </Show>
          </Show>
        </p>
        <Show when={props.session.decisions.length > 0}>
          <ul aria-label={t('territory.table.decisions')} class="decisions">
            <For each={props.session.decisions}>
              {(decision) => <Decision table={props.table} decision={decision} writes={props.writes}/>}
            </For>
          </ul>
        </Show>
        <Show when={props.writes && hasBegun()}>
          <div class="item-a">
            <Button small kind="quiet" onClick={() => setRecording(true)}>
              {t('territory.table.record')}
            </Button>
          </div>
        </Show>
        <Show when={recording()}>
          <RecordSessionDialog table={props.table} session={props.session} onClose={() => setRecording(false)}/>
        </Show>
      </div>
    </section>);
}
