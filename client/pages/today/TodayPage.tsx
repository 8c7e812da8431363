/** The first page of the day: what waits for me, what is late, handovers, conferences, and my households on one axis. */
import '../pages.css';
import { A } from '@solidjs/router';
import { createMemo, type JSX, lazy, Show, Suspense } from 'solid-js';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { householdEndpoints } from '../../../shared/records/households.ts';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import type { BandMark } from '../../ui/Band.tsx';
import { ErrorNote, Loading } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { bandMarks } from '../households/band-marks.ts';
import { HouseholdTable } from '../households/HouseholdTable.tsx';
import { createListKeys } from '../list-keys.ts';
import { createToday } from '../today-day.ts';
import { ConferenceColumn, HandoverColumn, TaskColumn } from './TodayColumns.tsx';
import { leadsOf, todayBoard } from './today-board.ts';

// Neither is on most people's first page.
const FamilyToday = lazy(() => import('./FamilyToday.tsx'));
const ForwardedNote = lazy(() => import('./ForwardedNote.tsx'));
const WaitingMinutes = lazy(() => import('../conferences/closing/WaitingMinutes.tsx'));

export default function TodayPage(): JSX.Element {
  const me = useMe();
  return (
    <Page>
      <Show when={me().function === 'family'} fallback={<WorkersToday />}>
        <FamilyToday />
      </Show>
    </Page>
  );
}

/** How many households the first page shows; the rest are on their own page. */
const shownHouseholds = 40;

function createTodayReads() {
  const mine = createRead(taskEndpoints.mine, () => ({
    key: [...keys.myTasks, 'mine', 'open'],
    input: { query: { view: 'mine', open: 'true' } as const },
  }));
  const escalated = createRead(taskEndpoints.mine, () => ({
    key: [...keys.myTasks, 'escalated', 'open'],
    input: { query: { view: 'escalated', open: 'true' } as const },
  }));
  const conferences = createRead(conferenceEndpoints.mine, () => ({
    key: [...keys.myConferences, 'upcoming'],
    input: { query: { when: 'upcoming' } as const },
  }));
  const households = createRead(householdEndpoints.list, () => ({
    key: [...keys.households, 'today'],
    input: { query: { limit: shownHouseholds } },
  }));
  return { mine, escalated, conferences, households };
}

function WorkersToday(): JSX.Element {
  const { t, formats } = useMessages();
  const me = useMe();
  const today = createToday();
  const reads = createTodayReads();
  const rows = () => reads.households.value()?.items ?? [];
  const board = createMemo(() =>
    todayBoard({
      mine: reads.mine.value()?.tasks ?? [],
      escalated: reads.escalated.value()?.tasks ?? [],
      conferences: reads.conferences.value()?.conferences ?? [],
      households: rows(),
    }),
  );
  const retryAll = () => {
    for (const read of Object.values(reads)) read.retry();
  };
  const loaded = () => reads.mine.value() !== undefined && reads.households.value() !== undefined;
  const failure = () => reads.mine.failure() ?? reads.households.failure();
  const summary = () => {
    const leads = leadsOf(rows(), me().id);
    const date = formats().date(today(), 'weekday');
    return [
      t('today.summary', { date, households: rows().length }),
      leads > 0 ? t('today.leads', { count: leads }) : '',
    ].join(' ');
  };
  const marksOf = (id: HouseholdId): readonly BandMark[] =>
    bandMarks(
      {
        conferences: board().conferences.filter((conference) => conference.household.id === id),
        tasks: [...board().waiting, ...board().next, ...board().overdue].filter(
          (task) => task.household.id === id,
        ),
        referrals: [],
      },
      `/households/${id}`,
      today(),
    );
  let page: HTMLDivElement | undefined;
  createListKeys(() => page);
  return (
    <div ref={page}>
      <header class="top">
        <PageHeading>{t('today.title')}</PageHeading>
        <p class="soft">{loaded() ? summary() : formats().date(today(), 'weekday')}</p>
      </header>
      <Show when={failure()}>{(refused) => <ErrorNote code={refused().code} onRetry={retryAll} />}</Show>
      <Show
        when={loaded()}
        fallback={
          <Show when={!failure()}>
            <Loading lines={8} />
          </Show>
        }
      >
        <Suspense>
          <ForwardedNote />
          <WaitingMinutes />
        </Suspense>
        <div class="board">
          <TaskColumn title={t('today.waiting')} none={t('today.none.waiting')} tasks={board().waiting} />
          <TaskColumn title={t('today.overdue')} none={t('today.none.overdue')} tasks={board().overdue} />
          <Show
            when={board().handovers.length > 0}
            fallback={<TaskColumn title={t('today.next')} none={t('today.none.next')} tasks={board().next} />}
          >
            <HandoverColumn households={board().handovers} />
          </Show>
          <ConferenceColumn conferences={board().conferences} today={dayOf(new Date())} />
        </div>
        <Show when={rows().length > 0}>
          <section class="sect">
            <div class="sect-h">
              <h2>{t('today.myHouseholds')}</h2>
              <Show when={reads.households.value()?.next}>
                <A href="/households" class="n">
                  {t('today.allHouseholds')}
                </A>
              </Show>
            </div>
            <HouseholdTable rows={rows()} marksOf={marksOf} />
          </section>
        </Show>
        <p class="muted xs">{t('today.keys')}</p>
      </Show>
    </div>
  );
}
