/** The floor as a page moves it: what it saw is named, so that of chair and minute-taker one wins. */
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { conferenceFloorEndpoints } from '../../../shared/records/conference-floor.ts';
import { type Conference, conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { type Action, createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, householdKey, keys } from '../../api/keys.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { neighbours, type PointTime, pointTime } from './floor-time.ts';

/** How often the time is looked at: it is shown in whole minutes. */
const tickMs = 5_000;

export type FloorRoom = {
  /** Whether one may move it: chair or minute-taker, while the conference is held. */
  readonly conducts: Accessor<boolean>;
  readonly around: Accessor<ReturnType<typeof neighbours>>;
  readonly time: Accessor<PointTime | undefined>;
  /** Minutes since it was to begin, while it is under way. */
  readonly elapsed: Accessor<number | undefined>;
  readonly move: Action<[pointId: string | null]>;
  /** Records that it began, and opens the first point. */
  readonly begin: Action<[]>;
  readonly mayBegin: Accessor<boolean>;
};

export function createFloor(conference: Accessor<Conference>): FloorRoom {
  const { t } = useMessages();
  const announce = useAnnounce();
  const me = useMe();
  const now = createTick();
  const params = () => ({ householdId: conference().household.id, conferenceId: conference().id });
  const around = createMemo(() => neighbours(conference().agenda, conference().floor));
  const time = createMemo(
    () => {
      const { floor } = conference();
      const point = around().open;
      return floor && point ? pointTime(point.minutes, Date.parse(floor.since), now()) : undefined;
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const isOne = () => [conference().chair.id, conference().minuteTaker.id].includes(me().id);
  const seen = () => {
    const { floor } = conference();
    return floor && { pointId: floor.pointId, since: floor.since };
  };
  const touches = () => [householdKey(conference().household.id, 'conferences')];
  const move = createAction(
    (pointId: string | null) =>
      call(conferenceFloorEndpoints.moveFloor, {
        params: params(),
        body: { pointId, seen: seen() },
      }),
    { touches, toast: true },
  );
  const begin = createAction(() => call(conferenceEndpoints.hold, { params: params() }), {
    touches: () => [everythingOfHousehold(conference().household.id), keys.myConferences],
    toast: true,
    onDone: () => void move.run(conference().agenda[0]?.id ?? null),
  });

  whenChanged(
    () => around().open?.id,
    () => {
      const point = around().open;
      if (point) announce(t('room.saidOpened', { title: point.title }));
    },
    { defer: true },
  );
  whenChanged(
    () => time()?.isOver,
    (over, before) => {
      const point = around().open;
      if (over && before === false && point) announce(t('room.saidOver', { title: point.title }));
    },
  );
  return {
    conducts: () => isOne() && conference().status === 'held',
    around,
    time,
    elapsed: createMemo(() => {
      const minutes = Math.floor((now() - Date.parse(conference().start)) / 60_000);
      const { status } = conference();
      const under = status === 'held' ? conference().floor !== null : status === 'planned';
      return under && minutes >= 0 && minutes < 24 * 60 ? minutes : undefined;
    }),
    move,
    begin,
    mayBegin: () => isOne() && conference().status === 'planned',
  };
}

/** The time now, in milliseconds, looked at every few seconds while the owner lives. */
export function createTick(): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), tickMs);
  onCleanup(() => clearInterval(timer));
  return now;
}
