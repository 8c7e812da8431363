/** The tray of decisions, each one key away from a task, a referral or the regia (X4); and what came of last time. */
import { For, type JSX, Show } from 'solid-js';
import type { DecisionInText } from '../../../shared/documents/minutes.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/state.tsx';
import { useRoom } from '../households/household-room.tsx';
import { dueWords, toneOf } from '../tasks/task-words.ts';
import { BroughtForward } from './BroughtForward.tsx';
import { SinceLastTime } from './SinceLastTime.tsx';

export type ContextPaneProps = {
  conference: Conference;
  decisions: readonly DecisionInText[];
  editable: boolean;
  onDecision: (id: string) => void;
  onTask: (id: string) => void;
  onReferral: (id: string) => void;
  onLead: (id: string) => void;
};

export function ContextPane(props: ContextPaneProps): JSX.Element {
  const { t } = useMessages();
  const left = () => props.decisions.filter((decision) => !decision.taskId).length;
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
      <BroughtForward conference={props.conference} />
      <SinceLastTime conference={props.conference} />
    </section>
  );
}

function Decision(props: ContextPaneProps & { decision: DecisionInText; number: number }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const can = () => room.household().can;
  const task = () => room.records.tasks.value()?.tasks.find((one) => one.id === props.decision.taskId);
  const keys: Readonly<Record<string, () => void>> = {
    KeyC: () => can().assignTasks && props.onTask(props.decision.decisionId),
    KeyI: () => can().writeReferrals && props.onReferral(props.decision.decisionId),
    KeyR: () => can().proposeLead && props.onLead(props.decision.decisionId),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.code];
    if (!act || !props.editable || props.decision.taskId || event.metaKey || event.ctrlKey || event.altKey)
      return;
    event.preventDefault();
    act();
  };
  return (
    <li>
      <span class="dn num">{props.number}</span>
      <div>
        <button
          type="button"
          class="dt"
          dir="auto"
          onClick={() => props.onDecision(props.decision.decisionId)}
          onKeyDown={press}
        >
          {props.decision.text || t('conferences.emptyDecision')}
        </button>
        <Show
          when={props.decision.taskId}
          fallback={
            <Show when={props.editable}>
              <div class="dec-acts">
                <Show when={can().assignTasks}>
                  <Button
                    small
                    kbd="C"
                    onClick={() => props.onTask(props.decision.decisionId)}
                    onKeyDown={press}
                  >
                    {t('conferences.toTask')}
                  </Button>
                </Show>
                <Show when={can().writeReferrals}>
                  <Button
                    small
                    kbd="I"
                    onClick={() => props.onReferral(props.decision.decisionId)}
                    onKeyDown={press}
                  >
                    {t('conferences.toReferral')}
                  </Button>
                </Show>
                <Show when={can().proposeLead}>
                  <Button
                    small
                    kbd="R"
                    onClick={() => props.onLead(props.decision.decisionId)}
                    onKeyDown={press}
                  >
                    {t('conferences.toLead')}
                  </Button>
                </Show>
              </div>
            </Show>
          }
        >
          <p class="item-m">
            <Show when={task()} fallback={<span>{t('conferences.becameTask')}</span>}>
              {(made) => (
                <>
                  <span dir="auto">{made().owner.name}</span>
                  <span class={made().overdue ? 'late' : ''}>
                    {dueWords(t, formats(), made(), room.today())}
                  </span>
                  <Tag tone={toneOf(made())}>{t(`tasks.status.${made().status}`)}</Tag>
                </>
              )}
            </Show>
          </p>
        </Show>
      </div>
    </li>
  );
}
