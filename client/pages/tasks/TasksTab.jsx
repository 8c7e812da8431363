/** The household's tasks: everybody's for the team, their own for the family and volunteers. */
import { createSignal, For, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
import { Answered } from '../../api/Answered.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useRoom } from '../households/household-room.tsx';
import { createListKeys } from '../list-keys.ts';
import { ChangeTaskDialog } from './ChangeTaskDialog.tsx';
import { MakeTaskDialog } from './MakeTaskDialog.tsx';
import { TaskItem } from './TaskItem.tsx';
const byHand = { title: '', source: { kind: 'manual' } };
export default function TasksTab() {
    const { t } = useMessages();
    const room = useRoom();
    const [seed, setSeed] = createSignal();
    const [changing, setChanging] = createSignal();
    const [all, setAll] = createSignal(false);
    const shown = () => (room.records.tasks.value()?.tasks ?? [])
        .filter((task) => all() || isTaskOpen(task.status))
        .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
    /** One that was sent back can be given to somebody else. */
    const mayChange = (task) => room.household().can.assignTasks && (isTaskOpen(task.status) || task.status === 'declined');
    let page;
    createListKeys(() => page);
    return (<div ref={page} class="sect">
      <div class="filters">
        <div class="seg">
          <button type="button" aria-pressed={!all()} onClick={() => setAll(false)}>
            {t('tasks.open')}
          </button>
          <button type="button" aria-pressed={all()} onClick={() => setAll(true)}>
            {t('tasks.all')}
          </button>
        </div>
        <Show when={room.household().can.assignTasks}>
          <Button icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={() => setSeed({ ...byHand })}>
            {t('tasks.make')}
          </Button>
        </Show>
      </div>
      <Answered read={room.records.tasks} lines={6}>
        {() => (<Show when={shown().length > 0} fallback={<EmptyState size="part" title={t('tasks.empty.household')}>
                {room.household().can.assignTasks ? t('tasks.empty.household.next') : undefined}
              </EmptyState>}>
            <ul class="narrow">
              <For each={shown()}>
                {(task) => (<TaskItem task={task} withinHousehold onChange={mayChange(task) ? () => setChanging({ ...task }) : undefined}/>)}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <MakeTaskDialog household={room.household()} seed={seed()} onClose={() => setSeed(undefined)}/>
      <Show when={changing()} keyed>
        {(task) => (<ChangeTaskDialog household={room.household()} task={task} onClose={() => setChanging(undefined)}/>)}
      </Show>
    </div>);
}
