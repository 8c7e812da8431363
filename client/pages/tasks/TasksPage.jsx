/** My tasks across households: mine, those I assigned, those brought to my regia. */
import { useSearchParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Checkbox } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import '../pages.css';
import { createListKeys } from '../list-keys.ts';
import { TaskItem } from './TaskItem.tsx';
const views = ['mine', 'assigned-by-me', 'escalated'];
/** What the address asks for, or one's own. */
export const viewOf = (asked) => views.find((view) => view === asked) ?? 'mine';
export default function TasksPage() {
    const { t } = useMessages();
    const me = useMe();
    const [search, setSearch] = useSearchParams();
    const view = () => viewOf(search.view);
    const all = () => search.all === 'true';
    const tasks = createRead(taskEndpoints.mine, () => ({
        key: [...keys.myTasks, view(), all() ? 'all' : 'open'],
        input: { query: { view: view(), open: all() ? 'false' : 'true' } },
    }));
    // A family and a volunteer have only their own.
    const simple = () => me().function === 'family' || me().function === 'volunteer';
    let list;
    createListKeys(() => list);
    return (<Page>
      <header class="top">
        <PageHeading>{t('tasks.title')}</PageHeading>
      </header>
      <div class="filters">
        <Show when={!simple()}>
          <div class="seg">
            <For each={views}>
              {(name) => (<button type="button" aria-pressed={view() === name} onClick={() => setSearch({ view: name })}>
                  {t(`tasks.view.${name}`)}
                </button>)}
            </For>
          </div>
        </Show>
        <Checkbox checked={all()} label={t('tasks.all')} onValue={(checked) => setSearch({ all: checked ? 'true' : undefined })}/>
      </div>
      <div ref={list} class="narrow">
        <Answered read={tasks} lines={6}>
          {(answer) => (<Show when={answer().tasks.length > 0} fallback={<EmptyState size="part" title={t(`tasks.empty.${view()}`)}>
                  {t(`tasks.empty.${view()}.next`)}
                </EmptyState>}>
              <ul>
                <For each={answer().tasks}>{(task) => <TaskItem task={task}/>}</For>
              </ul>
            </Show>)}
        </Answered>
      </div>
    </Page>);
}
