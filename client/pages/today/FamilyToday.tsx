/**
 * The page of someone of the family: nothing behind menus, large targets, their own words. Who follows them, what there
 * is to do; a quick way out always in reach.
 */
import './family.css';
import { For, type JSX, lazy, Show, Suspense } from 'solid-js';
import { householdEndpoints } from '../../../shared/records/households.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { Answered } from '../../api/Answered.tsx';
import type { Value } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Band } from '../../ui/Band.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { personMark } from '../directory/person-words.ts';
import { peopleOf } from '../households/people-of.ts';
import { TaskItem } from '../tasks/TaskItem.tsx';
import { createToday } from '../today-day.ts';

const FamilyPact = lazy(() => import('./FamilyPact.tsx'));
const WaitingMinutes = lazy(() => import('../conferences/closing/WaitingMinutes.tsx'));

/** Somewhere harmless: the browser's history keeps no way back. */
const elsewhere = 'https://www.wikipedia.org/';

export default function FamilyToday(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const householdId = () => me().householdId;
  const tasks = createRead(taskEndpoints.mine, () => ({
    key: [...keys.myTasks, 'mine', 'open'],
    input: { query: { view: 'mine', open: 'true' } as const },
  }));
  return (
    <div class="fam">
      <header class="top">
        <PageHeading>{t('today.family.hello', { name: me().name.split(' ')[0] ?? me().name })}</PageHeading>
        <button type="button" class="btn fam-exit" onClick={() => location.replace(elsewhere)}>
          {t('today.family.exit')}
        </button>
      </header>
      <p class="fam-lead">{t('today.family.intro')}</p>
      <Show when={householdId()}>
        {(id) => (
          <>
            <OwnHousehold householdId={id()} />
            <Suspense>
              <FamilyPact householdId={id()} />
              <WaitingMinutes />
            </Suspense>
          </>
        )}
      </Show>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('today.family.tasks')}</h2>
        </div>
        <Answered read={tasks}>
          {(answer) => (
            <Show when={answer().tasks.length > 0} fallback={<p class="soft">{t('today.family.noTasks')}</p>}>
              <ul>
                <For each={answer().tasks}>{(task) => <TaskItem task={task} withinHousehold />}</For>
              </ul>
            </Show>
          )}
        </Answered>
      </section>
      <p class="fam-danger">
        <a href="tel:1522">{t('today.family.danger')}</a>
      </p>
    </div>
  );
}

type OwnHouseholdValue = Value<typeof householdEndpoints.get>;

function OwnHousehold(props: { householdId: OwnHouseholdValue['id'] }): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const household = createRead(householdEndpoints.get, () => ({
    key: householdKey(props.householdId, 'page'),
    input: { params: { householdId: props.householdId } },
  }));
  return (
    <Answered read={household}>
      {(answer) => (
        <>
          <Show when={answer().clock}>
            {(clock) => (
              <Band
                conception={clock().conception}
                dueDate={clock().dueDate}
                birth={clock().birth ?? undefined}
                end={clock().end}
                today={today()}
              />
            )}
          </Show>
          <section class="sect">
            <div class="sect-h">
              <h2>{t('today.family.people')}</h2>
            </div>
            <ul>
              <For each={peopleOf(answer())}>
                {(person) => <Follower person={person} household={answer()} />}
              </For>
            </ul>
            <Show when={!answer().lead}>
              <p class="soft">{t('today.family.regiaPending')}</p>
            </Show>
          </section>
        </>
      )}
    </Answered>
  );
}

function Follower(props: { person: PersonBrief; household: OwnHouseholdValue }): JSX.Element {
  const { t } = useMessages();
  const part = () => {
    if (props.person.id === props.household.tutor?.id) return t('today.family.tutor');
    if (props.person.id === props.household.lead?.person.id) return t('today.family.regia');
    return t(`functions.function.${props.person.function}`);
  };
  return (
    <li class="line">
      <Avatar person={personMark(t, props.person)} large decorative />
      <span class="person-t">
        <b dir="auto">{props.person.name}</b>
        <small>
          {part()}
          <Show when={props.person.body}>
            {(body) => (
              <>
                {' · '}
                <bdi>{body().name}</bdi>
              </>
            )}
          </Show>
        </small>
      </span>
    </li>
  );
}
