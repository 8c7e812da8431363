/** The seven rights beside the plan: state, what is open, who writes there; and the goals no longer in the text. */
import { For, type JSX, Show } from 'solid-js';
import IconDown from '~icons/lucide/chevron-down';
import type { GoalId } from '../../../shared/ids.ts';
import type { Goal } from '../../../shared/records/goals.ts';
import { type Right, rightsOfChildren, rightsOfHousehold } from '../../../shared/records/rights.ts';
import type { RightSummary } from '../../../shared/records/rights-board.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { Translate } from '../../messages/translate.ts';
import { caretVariables } from '../../ui/caret-colour.ts';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Ring } from '../../ui/state.tsx';
import { useRoom } from './household-room.tsx';

export type RightsOutlineProps = {
  rights: readonly RightSummary[];
  /** The section at the top of the screen. */
  current: string | undefined;
  onGo: (right: Right) => void;
  /** Goals whose block was taken out of the plan. */
  leftOut: readonly Goal[];
  onGoal: (id: GoalId) => void;
};

const groups = [
  ['rights.children', rightsOfChildren],
  ['rights.household', rightsOfHousehold],
] as const;

/** What stands beside a right's name: what is open under it, or its state when nothing is. */
export function rightWords(t: Translate, summary: RightSummary | undefined): string {
  if (!summary) return '';
  if (summary.state === 'stuck' || summary.state === 'met') return t(`rights.state.${summary.state}`);
  if (summary.openGoals > 0) return t('rights.goals', { count: summary.openGoals });
  if (summary.openTasks > 0) return t('rights.tasks', { count: summary.openTasks });
  if (summary.openReferrals > 0) return t('rights.referrals', { count: summary.openReferrals });
  if (summary.inPlan) return t('rights.inText');
  return t(`rights.state.${summary.state}`);
}

export function RightsOutline(props: RightsOutlineProps): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const colourOf = useCaretColours();
  const summary = (right: Right) => props.rights.find((one) => one.right === right);
  const writers = (right: Right) => room.here().filter((person) => person.section === right);
  return (
    <nav class="outline" aria-label={t('rights.title')}>
      <For each={groups}>
        {([title, rights]) => (
          <>
            <h2>{t(title)}</h2>
            <ul>
              <For each={rights}>
                {(right) => (
                  <li>
                    <a
                      href={`#${right}`}
                      aria-current={props.current === right ? 'location' : undefined}
                      onClick={(event) => {
                        event.preventDefault();
                        props.onGo(right);
                      }}
                    >
                      <Ring state={summary(right)?.state ?? 'none'} decorative />
                      <span>
                        {t(`rights.right.${right}`)}
                        <Show when={writers(right).length > 0}>
                          <span
                            class="dots"
                            title={joined(
                              t,
                              writers(right).map((person) => person.name),
                            )}
                          >
                            <For each={writers(right)}>
                              {(person) => <i style={caretVariables(colourOf(person.id))} />}
                            </For>
                          </span>
                        </Show>
                      </span>
                      <small class={summary(right)?.state === 'stuck' ? 'late' : ''}>
                        {rightWords(t, summary(right))}
                      </small>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
      <Show when={props.leftOut.length > 0}>
        <div class="left-out">
          <h2>{t('goals.notInText')}</h2>
          <ul>
            <For each={props.leftOut}>
              {(goal) => (
                <li>
                  <button type="button" dir="auto" onClick={() => props.onGoal(goal.id)}>
                    {goal.title || t('goals.untitled')}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </nav>
  );
}

/** The same on a small screen: seven rings in one button, a menu behind it. */
export function RightsJump(props: Pick<RightsOutlineProps, 'rights' | 'current' | 'onGo'>): JSX.Element {
  const { t } = useMessages();
  const all = [...rightsOfChildren, ...rightsOfHousehold];
  const summary = (right: Right) => props.rights.find((one) => one.right === right);
  const current = () => all.find((right) => right === props.current);
  return (
    <Menu
      triggerClass="jump"
      label={t('rights.jump')}
      trigger={
        <>
          <For each={all}>{(right) => <Ring state={summary(right)?.state ?? 'none'} decorative />}</For>
          <span>{t(`rights.right.${current() ?? 'health'}`)}</span>
          <IconDown class="i" aria-hidden="true" />
        </>
      }
      entries={all.map((right) => ({
        kind: 'act',
        label: t(`rights.right.${right}`),
        note: rightWords(t, summary(right)),
        onSelect: () => props.onGo(right),
      }))}
    />
  );
}
