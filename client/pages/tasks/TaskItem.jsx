/** One task and the steps its reader may take. The server lists the steps; nothing else is offered. */
import { A } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { createToday } from '../today-day.ts';
import { dueWords, inOrder, needsReason, toneOf } from './task-words.ts';
export function TaskItem(props) {
    const { t, formats } = useMessages();
    const me = useMe();
    const today = createToday();
    const mine = () => props.task.owner.id === me().id;
    return (<li class="item" data-row tabindex={-1}>
      <p class="item-t">
        <A href={`/households/${props.task.household.id}/tasks`} dir="auto">
          {props.task.title}
        </A>
      </p>
      <p class="item-m">
        <Show when={!props.withinHousehold}>
          <A href={`/households/${props.task.household.id}`} dir="auto">
            {props.task.household.name}
          </A>
        </Show>
        <span dir="auto">{mine() ? t('tasks.yours') : props.task.owner.name}</span>
        <span class={props.task.overdue ? 'late' : ''}>{dueWords(t, formats(), props.task, today())}</span>
        <Show when={!props.brief}>
          <Tag tone={toneOf(props.task)}>{t(`tasks.status.${props.task.status}`)}</Tag>
        </Show>
        <Show when={mine() && props.task.assignedBy.id !== me().id}>
          <span>{t('tasks.from', { person: props.task.assignedBy.name })}</span>
        </Show>
      </p>
      <Show when={props.task.source.kind === 'text' &&
            props.task.source.quote !== props.task.title &&
            props.task.source}>
        {(source) => (<p class="why" dir="auto">
            «{source().quote}»
          </p>)}
      </Show>
      <Show when={props.task.reason}>
        {(reason) => (<p class="why" dir="auto">
            «{reason()}»
          </p>)}
      </Show>
      <TaskSteps task={props.task} brief={props.brief} onChange={props.onChange}/>
    </li>);
}
/** On the first page of the day a task is only begun; the rest is done where it stands. */
const firstSteps = ['accepted', 'declined'];
function TaskSteps(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [asking, setAsking] = createSignal();
    const [lastAsked, setLastAsked] = createSignal('declined');
    const step = createAction((status, reason) => call(taskEndpoints.step, {
        params: { householdId: props.task.household.id, taskId: props.task.id },
        body: { status, version: props.task.version, ...(reason ? { reason } : {}) },
    }), {
        touches: (task) => [keys.myTasks, householdKey(task.household.id, 'tasks'), keys.households],
        onDone: (task) => showToast({ text: t(`tasks.noted.${task.status}`, { title: task.title }) }),
    });
    const steps = () => inOrder(props.task.steps).filter((status) => !props.brief || firstSteps.includes(status));
    const press = (status) => {
        if (!needsReason(status))
            return void step.run(status);
        setLastAsked(status);
        setAsking(status);
    };
    return (<Show when={steps().length > 0 || props.onChange}>
      <div class="item-a">
        <For each={steps()}>
          {(status, index) => (<Button small kind={status === 'cancelled' ? 'quiet' : 'plain'} busy={step.busy()} data-approve={index() === 0 && !needsReason(status) ? '' : undefined} aria-label={`${t(`tasks.step.${status}`)}: ${props.task.title}`} onClick={() => press(status)}>
              {t(`tasks.step.${status}`)}
            </Button>)}
        </For>
        <Show when={props.onChange}>
          {(change) => (<Button small kind="quiet" aria-label={`${t('tasks.change')}: ${props.task.title}`} onClick={() => change()()}>
              {t('tasks.change')}
            </Button>)}
        </Show>
      </div>
      <Show when={!asking()}>
        <RefusalNote refusal={step.refusal()}/>
      </Show>
      <ReasonDialog open={asking() !== undefined} onClose={() => setAsking(undefined)} title={t(`tasks.reasonTitle.${lastAsked()}`)} description={<bdi>{props.task.title}</bdi>} act={t(`tasks.reasonAct.${lastAsked()}`)} kind={lastAsked() === 'cancelled' ? 'alarm' : 'primary'} action={{ ...step, run: (reason) => step.run(lastAsked(), reason) }}/>
    </Show>);
}
