/** One window: until when, for whom, where the rule comes from, and what one may do with it. */
import { A } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Day } from '../../../shared/dates.ts';
import { newId, TaskId } from '../../../shared/ids.ts';
import { type CalendarWindow, calendarEndpoints, type WindowMark } from '../../../shared/records/calendar.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { DoneDialog } from './DoneDialog.tsx';
import { isSuggested, whenWords } from './window-words.ts';

export function WindowRow(props: { window: CalendarWindow }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const window = () => props.window;
  const name = () => t(`windows.rule.${window().rule}`);
  const forWhom = () => {
    const member = room.household().members.find(({ id }) => id === window().memberId);
    return member?.relation === 'child' ? member.name : undefined;
  };
  return (
    <li class="day" data-state={window().state} data-legal={window().legal ? '' : undefined}>
      <div class="day-w">
        <p class="day-t">
          {name()}
          <Show when={forWhom()}>
            {(child) => (
              <span class="soft">
                {' · '}
                <bdi>{child()}</bdi>
              </span>
            )}
          </Show>
        </p>
        <p class="day-m">
          <span class="day-when">{whenWords(t, formats(), window(), room.today())}</span>
          <Show when={window().expected}>
            <span>{t('windows.expected')}</span>
          </Show>
          <Show when={window().task}>
            <A href={`${room.base}/tasks`}>{t('windows.seeTask')}</A>
          </Show>
          <Show when={window().dismissed}>
            {(reason) => <span dir="auto">{t('windows.dismissed', { reason: reason() })}</span>}
          </Show>
        </p>
        <details class="day-rule">
          <summary>{t('windows.whyRule')}</summary>
          <p>
            {t('windows.version', {
              version: window().version,
              date: formats().date(window().validFrom),
              source: window().source,
            })}
          </p>
          <p dir="auto">{window().note}</p>
        </details>
      </div>
      <Show when={!window().expected}>
        <Acts window={window()} name={name()} />
      </Show>
    </li>
  );
}

function Acts(props: { window: CalendarWindow; name: string }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const announce = useAnnounce();
  const me = useMe();
  const room = useRoom();
  const [asking, setAsking] = createSignal<'done' | 'dismiss'>();
  const can = () => room.household().can;
  const householdId = () => room.household().id;
  const windowName = () => {
    const { rule, memberId, reference } = props.window;
    return { rule, memberId, reference };
  };
  const touched = () => [householdKey(householdId(), 'calendar'), householdKey(householdId(), 'activity')];
  const send = (said: WindowMark | null) => {
    const { doneOn, dismissed } = props.window;
    const was = doneOn !== null ? ('done' as const) : dismissed !== null ? ('dismissed' as const) : null;
    const body = { ...windowName(), mark: said, was };
    return call(calendarEndpoints.mark, { params: { householdId: householdId() }, body });
  };
  const onDone = ({ doneOn, dismissed }: CalendarWindow) => {
    setAsking(undefined);
    announce(t(doneOn === null && dismissed === null ? 'windows.reopened' : 'windows.marked'));
  };
  const done = createAction((on: Day) => send({ kind: 'done', on }), { touches: touched, onDone });
  const dismiss = createAction((reason: string) => send({ kind: 'dismissed', reason }), {
    touches: touched,
    onDone,
  });
  const reopen = createAction(() => send(null), { touches: touched, onDone, toast: true });
  const taskId = newId(TaskId);
  const makeTask = createAction(
    () =>
      call(calendarEndpoints.makeTask, {
        params: { householdId: householdId() },
        body: { ...windowName(), id: taskId, title: props.name, ownerId: me().id },
      }),
    {
      touches: () => [...touched(), householdKey(householdId(), 'tasks'), keys.myTasks],
      toast: true,
      onDone: () => showToast({ text: t('windows.taskMade') }),
    },
  );
  const said = () => props.window.doneOn !== null || props.window.dismissed !== null;
  return (
    <div class="day-a">
      <Show when={can().assignTasks && isSuggested(props.window)}>
        <Button
          small
          busy={makeTask.busy()}
          aria-label={`${t('windows.makeTask')}: ${props.name}`}
          onClick={() => void makeTask.run()}
        >
          {t('windows.makeTask')}
        </Button>
      </Show>
      <Show when={can().writeCalendar}>
        <Show when={props.window.state !== 'done'}>
          <Button
            small
            aria-label={`${t('windows.markDone')} ${props.name}`}
            onClick={() => setAsking('done')}
          >
            {t('windows.markDone')}
          </Button>
        </Show>
        <Show when={isSuggested(props.window)}>
          <Button
            small
            kind="quiet"
            aria-label={`${t('windows.dismiss')} ${props.name}`}
            onClick={() => setAsking('dismiss')}
          >
            {t('windows.dismiss')}
          </Button>
        </Show>
        <Show when={said()}>
          <Button small kind="quiet" busy={reopen.busy()} onClick={() => void reopen.run()}>
            {t(props.window.doneOn === null ? 'windows.restore' : 'windows.undo')}
          </Button>
        </Show>
      </Show>
      <Show when={asking() === 'done'}>
        <DoneDialog
          name={props.name}
          from={props.window.reference}
          action={done}
          onClose={() => setAsking(undefined)}
        />
      </Show>
      <ReasonDialog
        open={asking() === 'dismiss'}
        title={t('windows.dismissTitle')}
        act={t('windows.save')}
        action={dismiss}
        onClose={() => setAsking(undefined)}
      />
    </div>
  );
}
