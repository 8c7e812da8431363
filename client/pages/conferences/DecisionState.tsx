/** What became of a decision, live: its task, its referrals and goals, the proposal of the regia, or that it needs nothing. */
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { DecisionInText } from '../../../shared/documents/minutes.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/state.tsx';
import { useRoom } from '../households/household-room.tsx';
import { dueWords, toneOf } from '../tasks/task-words.ts';

export type DecisionStateProps = {
  decision: DecisionInText;
  number: number;
  /** Takes back that it needs nothing; absent for readers. */
  onReopen?: (() => void) | undefined;
};

export function DecisionState(props: DecisionStateProps): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const task = () => room.records.tasks.value()?.tasks.find((one) => one.id === props.decision.taskId);
  const referral = (ref: string) => room.records.referrals.value()?.referrals.find((one) => one.id === ref);
  const goal = (ref: string) => room.records.goals.value()?.goals.find((one) => one.id === ref);
  const of = (kind: 'referral' | 'goal') => props.decision.made.filter((made) => made.kind === kind);
  return (
    <>
      <Show when={props.decision.taskId}>
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
      <For each={of('referral')}>
        {(made) => (
          <p class="item-m">
            <Show when={referral(made.ref)} fallback={<span>{t('room.settled.referral')}</span>}>
              {(known) => (
                <>
                  <span dir="auto">{known().to.name}</span>
                  <Tag>{t(`referrals.status.${known().status}`)}</Tag>
                </>
              )}
            </Show>
          </p>
        )}
      </For>
      <For each={of('goal')}>
        {(made) => (
          <p class="item-m">
            <Show when={goal(made.ref)} fallback={<span>{t('room.settled.goal')}</span>}>
              {(known) => (
                <>
                  <span dir="auto">{known().title || t('goals.untitled')}</span>
                  <Tag>{t(`goals.status.${known().status}`)}</Tag>
                </>
              )}
            </Show>
          </p>
        )}
      </For>
      <Switch>
        <Match when={props.decision.settled === 'lead'}>
          <p class="item-m">
            <Show when={room.household().leadProposal} fallback={<span>{t('room.settled.lead')}</span>}>
              {(proposal) => (
                <span dir="auto">{t('room.settled.leadPending', { name: proposal().to.name })}</span>
              )}
            </Show>
          </p>
        </Match>
        <Match when={props.decision.settled === 'nothing'}>
          <p class="item-m">
            <span>{t('room.settled.nothing')}</span>
            <Show when={props.onReopen}>
              {(reopen) => (
                <Button
                  small
                  kind="quiet"
                  aria-label={t('room.reopenOf', { n: props.number })}
                  onClick={() => reopen()()}
                >
                  {t('room.reopen')}
                </Button>
              )}
            </Show>
          </p>
        </Match>
      </Switch>
    </>
  );
}
