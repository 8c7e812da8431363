/** The tray of decisions, each one key away from a task, a referral or the regia (X4); and what came of last time. */
import { For, type JSX, Show } from 'solid-js';
import { type DecisionInText, isOpenDecision } from '../../../shared/documents/minutes.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRoom } from '../households/household-room.tsx';
import { ContextTabs } from './ContextTabs.tsx';
import { DecisionState } from './DecisionState.tsx';

export type ContextPaneProps = {
  conference: Conference;
  decisions: readonly DecisionInText[];
  editable: boolean;
  wide: boolean;
  onWide: (wide: boolean) => void;
  onDecision: (id: string) => void;
  onTask: (id: string) => void;
  onReferral: (id: string) => void;
  onGoal: (id: string) => void;
  onLead: (id: string) => void;
  /** Says that it needs no task, or takes that back. */
  onSettle: (id: string, settled: 'nothing' | null) => void;
};

export function ContextPane(props: ContextPaneProps): JSX.Element {
  const { t } = useMessages();
  const left = () => props.decisions.filter(isOpenDecision).length;
  return (
    <section class="pane cx" aria-label={t('conferences.decisions')}>
      <div class="tray">
        <h2>
          {t('conferences.decisions')}
          <Show when={props.decisions.length > 0}>
            <span>{t('conferences.decisionsLeft', { total: props.decisions.length, left: left() })}</span>
          </Show>
        </h2>
        <Show
          when={props.decisions.length > 0}
          fallback={<p class="muted">{t('conferences.noDecisions')}</p>}
        >
          <ol>
            <For each={props.decisions}>
              {(decision, index) => <Decision {...props} decision={decision} number={index() + 1} />}
            </For>
          </ol>
        </Show>
      </div>
      <ContextTabs
        wide={props.wide}
        onWide={props.onWide}
        last={<LastTime conference={props.conference} />}
      />
    </section>
  );
}

function Decision(props: ContextPaneProps & { decision: DecisionInText; number: number }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const can = () => room.household().can;
  const id = () => props.decision.decisionId;
  const acts = () => [
    { key: 'C', label: t('conferences.toTask'), may: can().assignTasks, run: () => props.onTask(id()) },
    {
      key: 'I',
      label: t('conferences.toReferral'),
      may: can().writeReferrals,
      run: () => props.onReferral(id()),
    },
    { key: 'G', label: t('room.toGoal'), may: can().writeGoals, run: () => props.onGoal(id()) },
    { key: 'R', label: t('conferences.toLead'), may: can().proposeLead, run: () => props.onLead(id()) },
    { key: 'N', label: t('room.needsNothing'), may: true, run: () => props.onSettle(id(), 'nothing') },
  ];
  const offered = () =>
    props.editable && isOpenDecision(props.decision) ? acts().filter(({ may }) => may) : [];
  const press = (event: KeyboardEvent) => {
    const act = offered().find(({ key }) => event.code === `Key${key}`);
    if (!act || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act.run();
  };
  return (
    <li>
      <span class="dn num">{props.number}</span>
      <div>
        <button type="button" class="dt" dir="auto" onClick={() => props.onDecision(id())} onKeyDown={press}>
          {props.decision.text || t('conferences.emptyDecision')}
        </button>
        <DecisionState
          decision={props.decision}
          number={props.number}
          onReopen={props.editable ? () => props.onSettle(id(), null) : undefined}
        />
        <Show when={offered().length > 0}>
          <div class="dec-acts">
            <For each={offered()}>
              {(act) => (
                <Button
                  small
                  kind={act.key === 'N' ? 'quiet' : 'plain'}
                  kbd={act.key}
                  onClick={act.run}
                  onKeyDown={press}
                >
                  {act.label}
                </Button>
              )}
            </For>
          </div>
        </Show>
      </div>
    </li>
  );
}

/** Tasks decided in the conference before this one, and how they stand. */
function LastTime(props: { conference: Conference }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const before = () =>
    (room.records.conferences.value()?.conferences ?? [])
      .filter((one) => one.status !== 'cancelled' && one.start < props.conference.start)
      .sort((a, b) => b.start.localeCompare(a.start))[0];
  const tasks = () =>
    (room.records.tasks.value()?.tasks ?? []).filter(
      (task) => task.source.kind === 'decision' && task.source.conferenceId === before()?.id,
    );
  return (
    <div class="last">
      <h2>{t('conferences.lastTime')}</h2>
      <Show when={before()} fallback={<p class="muted">{t('conferences.noLastTime')}</p>}>
        {(last) => (
          <>
            <p class="muted xs">
              {formats().date(last().start, 'long')} · {t('rights.tasks', { count: tasks().length })}
            </p>
            <ul>
              <For each={tasks()}>
                {(task) => (
                  <li>
                    <span dir="auto">{task.title}</span>
                    <small class={task.overdue ? 'late' : ''}>
                      {task.owner.name}, {t(`tasks.status.${task.status}`)}
                    </small>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
    </div>
  );
}
