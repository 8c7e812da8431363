/** The household's conferences: those to come, those held; planning one. */
import { createSignal, For, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { Answered } from '../../api/Answered.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useRoom } from '../households/household-room.tsx';
import { createListKeys } from '../list-keys.ts';
import { ConferenceRow } from './ConferenceRow.tsx';
import { PlanConferenceDialog } from './PlanConferenceDialog.tsx';
export default function ConferencesTab() {
    const { t } = useMessages();
    const room = useRoom();
    const [planning, setPlanning] = createSignal(false);
    const may = () => room.household().can.scheduleConferences;
    let page;
    createListKeys(() => page);
    const button = () => (<Show when={may()}>
      <Button kind="primary" icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={() => setPlanning(true)}>
        {t('conferences.plan')}
      </Button>
    </Show>);
    return (<div ref={page} class="narrow sect">
      <Answered read={room.records.conferences} lines={5}>
        {(answer) => (<Show when={answer().conferences.length > 0} fallback={<EmptyState size="part" title={t('conferences.empty.upcoming')} actions={button()}>
                {t('conferences.emptyNext')}
              </EmptyState>}>
            <div class="filters">{button()}</div>
            <Group title={t('conferences.upcoming')} conferences={answer().conferences.filter(isToCome).reverse()}/>
            <Group title={t('conferences.past')} conferences={answer().conferences.filter((one) => !isToCome(one))}/>
          </Show>)}
      </Answered>
      <Show when={may()}>
        <PlanConferenceDialog open={planning()} onClose={() => setPlanning(false)}/>
      </Show>
    </div>);
}
const isToCome = (conference) => conference.status === 'planned';
function Group(props) {
    return (<Show when={props.conferences.length > 0}>
      <section class="sect">
        <div class="sect-h">
          <h2>{props.title}</h2>
          <span class="n">{props.conferences.length}</span>
        </div>
        <ul>
          <For each={props.conferences}>
            {(conference) => <ConferenceRow conference={conference} withinHousehold/>}
          </For>
        </ul>
      </section>
    </Show>);
}
