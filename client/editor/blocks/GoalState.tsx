/** The small line under a goal's words: its record as it stands, and the way to open it. */
import { For, Show } from 'solid-js';
import { GoalId, newId } from '../../../shared/ids.ts';
import type { Goal, GoalStatus } from '../../../shared/records/goals.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/dates.tsx';
import { Ring, type RingState } from '../../ui/state.tsx';
import type { Chrome } from '../chrome.ts';
import type { Block } from './node-view.tsx';

const ringOf: Record<GoalStatus, RingState> = {
  proposed: 'new',
  agreed: 'new',
  active: 'open',
  suspended: 'stuck',
  achieved: 'met',
  partly: 'closed',
  not_achieved: 'closed',
  dropped: 'closed',
};
const steps = [1, 2, 3, 4, 5] as const;

const recordOf = (block: Block, chrome: Chrome): Goal | undefined =>
  chrome.records.goals?.find((goal) => goal.id === block.node().attrs.goalId);

export function GoalRing(props: { block: Block; chrome: Chrome }) {
  const goal = () => recordOf(props.block, props.chrome);
  return <Ring state={ringOf[goal()?.status ?? 'proposed']} decorative />;
}

export function GoalState(props: {
  block: Block;
  chrome: Chrome;
  rightHere: () => Goal['right'] | undefined;
}) {
  const goal = () => recordOf(props.block, props.chrome);
  const hasId = () => GoalId.safeParse(props.block.node().attrs.goalId).success;
  const begin = () => {
    const goalId = newId(GoalId);
    props.block.change({ goalId });
    const title = props.block.node().textContent;
    props.chrome.records.onNewGoal?.({ goalId, title, right: props.rightHere() });
  };
  return (
    <Show when={goal()} fallback={<Waiting known={hasId()} chrome={props.chrome} onBegin={begin} />}>
      {(goal) => (
        <button type="button" class="goal-m" onClick={() => props.chrome.records.onOpenGoal?.(goal().id)}>
          <GoalFacts goal={goal()} />
        </button>
      )}
    </Show>
  );
}

function GoalFacts(props: { goal: Goal }) {
  const { t } = useMessages();
  const rating = () => props.goal.progress.at(-1)?.rating ?? 0;
  return (
    <>
      {/* Named by what is read here: a label of its own would leave out half of it. */}
      <span dir="auto">
        <span class="sr">{t('plan.goal.open')} </span>
        {t(`plan.goalStatus.${props.goal.status}`)}
      </span>
      <Show when={props.goal.dimension}>
        {(dimension) => <span dir="auto">{t(`plan.dimension.${dimension()}`)}</span>}
      </Show>
      <Show when={props.goal.responsible}>{(person) => <span dir="auto">{person().name}</span>}</Show>
      <Show when={props.goal.due}>
        {(due) => (
          <span dir="auto">
            {t('plan.goal.by')}
            <DateText at={due()} style="long" />
          </span>
        )}
      </Show>
      <Show when={rating() > 0}>
        <span dir="auto">
          <span class="steps" aria-hidden="true">
            <For each={steps}>{(step) => <i data-on={step <= rating() ? '' : undefined} />}</For>
          </span>
          {t('plan.goal.progress', { rating: rating() })}
        </span>
      </Show>
    </>
  );
}

/** A block without a record yet: pasted words, or one whose record is on its way. */
function Waiting(props: { known: boolean; chrome: Chrome; onBegin: () => void }) {
  const { t } = useMessages();
  return (
    <div class="goal-m">
      <Show
        when={!props.known && props.chrome.editable() && props.chrome.records.onNewGoal}
        fallback={<span>{t('plan.goal.noRecord')}</span>}
      >
        <Button kind="quiet" small onClick={props.onBegin}>
          {t('plan.goal.begin')}
        </Button>
      </Show>
    </div>
  );
}
