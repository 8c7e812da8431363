/** The four answers above every tab: where in the thousand days, who holds the regia, who is the tutor, who is here. */
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Clock } from '../../../shared/records/clock.ts';
import type { HouseholdStatus } from '../../../shared/records/households.ts';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Band, type BandMark } from '../../ui/Band.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { StatusDot, type StatusTone } from '../../ui/state.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { YearsBand } from '../../ui/YearsBand.tsx';
import { NextWindow } from '../calendar/NextWindow.tsx';
import { isolate } from '../isolate.ts';
import { WatchMenu } from '../notifications/WatchMenu.tsx';
import { bandMarks } from './band-marks.ts';
import { ageWords, childrenWords } from './clock-words.ts';
import { HouseholdMenu } from './HouseholdMenu.tsx';
import { useRoom } from './household-room.tsx';
import { RegiaLine } from './RegiaLine.tsx';
import type { TabName } from './tabs.ts';

const tones: Readonly<Record<HouseholdStatus, StatusTone>> = {
  reported: 'waiting',
  screening: 'waiting',
  enrolled: 'active',
  suspended: 'paused',
  closed: 'closed',
};

export function HouseholdHead(props: { tabs: readonly TabName[] }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const household = room.household;
  const openTasks = () => room.records.tasks.value()?.tasks.filter((task) => isTaskOpen(task.status)).length;
  const marks = () =>
    bandMarks(
      {
        conferences: room.records.conferences.value()?.conferences ?? [],
        tasks: room.records.tasks.value()?.tasks ?? [],
        referrals: room.records.referrals.value()?.referrals ?? [],
      },
      room.base,
      room.today(),
    );
  const folded = createFolded();
  const tabs = () =>
    props.tabs.map((name) => ({
      href: `${room.base}/${name}`,
      label: t(`households.tab.${name}`),
      count: name === 'tasks' ? openTasks() || undefined : undefined,
    }));
  return (
    <>
      <section class="hh">
        <div class="hh-title">
          <PageHeading>{household().name}</PageHeading>
          <span class="hh-code">{household().code}</span>
          <span class="hh-who">
            <Who />
          </span>
          <StatusDot tone={tones[household().status]}>
            {t(`households.status.${household().status}`)}
          </StatusDot>
          <span class="hh-acts">
            <WatchMenu />
            <HouseholdMenu />
          </span>
        </div>
        <Show when={household().clock} fallback={<NoClock />}>
          {(clock) => <ThousandDays clock={clock()} marks={marks()} />}
        </Show>
        <Show when={household().clock && household().can.seeCase && household().status !== 'closed'}>
          <NextWindow />
        </Show>
        <Show when={household().status === 'closed'}>
          <p class="hh-closed">{t('households.closed')}</p>
        </Show>
        <RegiaLine />
      </section>
      <div ref={folded.watch} />
      <div class="hh-stick">
        <div class="hh-fold" hidden={!folded.folded()} aria-hidden="true">
          <bdi>{household().name}</bdi>
          <Show when={household().clock}>
            {(clock) => <ThousandDays clock={clock()} marks={marks()} compact />}
          </Show>
        </div>
        <Tabs label={t('households.tabs')} tabs={tabs()} />
      </div>
    </>
  );
}

/** Past this many days after the second birthday the line is told in years. */
function ThousandDays(props: { clock: Clock; marks: readonly BandMark[]; compact?: boolean }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const label = () => t('households.bandOf', { name: room.household().name });
  const older = () => (props.clock.birth && room.today() > props.clock.end ? props.clock.birth : undefined);
  return (
    <Show
      when={older()}
      fallback={
        <Band
          compact={props.compact}
          conception={props.clock.conception}
          dueDate={props.clock.dueDate}
          birth={props.clock.birth ?? undefined}
          end={props.clock.end}
          today={room.today()}
          marks={props.marks}
          label={label()}
        />
      }
    >
      {(birth) => (
        <YearsBand
          birth={birth()}
          today={room.today()}
          marks={props.marks}
          compact={props.compact}
          label={label()}
        />
      )}
    </Show>
  );
}

function NoClock(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  return (
    <p class="hh-noclock">
      {room.household().can.changeHousehold && room.household().status !== 'closed'
        ? t('calendar.noClockNext')
        : t('calendar.noClock')}
    </p>
  );
}

/** Who is in the household, the index person first, children with their ages. */
function Who(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const words = () => {
    const present = room.household().members.filter((member) => member.left === null);
    const index = present.find((member) => member.indexPerson);
    const children = present
      .filter((member) => member.relation === 'child' && !member.indexPerson)
      .sort((a, b) => (a.birth ?? '').localeCompare(b.birth ?? ''));
    const child = index?.relation === 'child' && index.birth ? [ageWords(t, index.birth, room.today())] : [];
    const rest = childrenWords(t, children, room.household().clock, room.today(), children.length || 1);
    return [index && isolate(index.name), ...child, rest].filter(Boolean).join(' · ');
  };
  return <>{words()}</>;
}

/** Whether the head has scrolled away under the frame's header. */
function createFolded() {
  const [folded, setFolded] = createSignal(false);
  let marker: HTMLElement | undefined;
  onMount(() => {
    if (!marker) return;
    const observer = new IntersectionObserver(
      ([entry]) =>
        setFolded(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 100),
      { rootMargin: '-60px 0px 0px 0px' },
    );
    observer.observe(marker);
    onCleanup(() => observer.disconnect());
  });
  return {
    folded,
    watch: (element: HTMLElement) => {
      marker = element;
    },
  };
}
