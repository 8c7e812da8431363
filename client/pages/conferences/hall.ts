/** Everybody in the room of a conference, as its parts show them: who, from where, who writes, whose hand is up. */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import { type Attendance, attendance, readAttendance } from '../../../shared/documents/minutes.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMe } from '../../api/session.tsx';
import { keepUnchanged } from '../../collab/keep-unchanged.ts';
import type { PresentUser } from '../../collab/presence.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { whenChanged } from '../../ui/when-changed.ts';
import { createSpeaking, type SpeakingRoom } from './speaking.ts';

/** Somebody in the room: oneself first, then the others by name. */
export type InHall = PresentUser & {
  readonly typing: boolean;
  readonly where: Attendance['where'];
};

export type Hall = {
  readonly shared: SharedDocument;
  readonly me: PersonId;
  readonly people: Accessor<readonly InHall[]>;
  readonly nameOf: (id: string) => string;
  readonly lines: Accessor<ReadonlyMap<string, Attendance>>;
  readonly speaking: SpeakingRoom;
  /** Who writes, or wrote less than half a minute ago: they keep their place in a crowded strip. */
  readonly writers: Accessor<ReadonlySet<string>>;
};

const writerStaysMs = 30_000;

/** `watching`: this page only shows the others, and tells nothing of its own. */
export function createHall(
  conference: Accessor<Conference>,
  shared: SharedDocument,
  as: 'taking part' | 'watching' = 'taking part',
): Hall {
  const me = useMe();
  const lines = createAttendanceLines(shared);
  const speaking = createSpeaking(
    shared.presence,
    me().id,
    () => ({
      chairId: conference().chair.id,
      minuteTakerId: conference().minuteTaker.id,
    }),
    as,
  );
  const people = createMemo<readonly InHall[]>((before) => {
    const { id, name, function: works, body } = me();
    const own = { id, name, function: works, body: body?.name ?? null, typing: false };
    const others = shared.presence.people().filter((person) => person.id !== id);
    return keepUnchanged(
      before,
      [own, ...others].map((person) => ({ ...person, where: lines().get(person.id)?.where })),
    );
  }, []);
  const known = () => [conference().chair, conference().minuteTaker, ...conference().invited];
  return {
    shared,
    me: me().id,
    people,
    lines,
    speaking,
    nameOf: (id) =>
      [...people(), ...shared.presence.guests(), ...known()].find((person) => person.id === id)?.name ?? '',
    writers: createWriters(people),
  };
}

/** The attendance lines of the minutes, live. */
function createAttendanceLines(shared: SharedDocument): Accessor<ReadonlyMap<string, Attendance>> {
  const [lines, setLines] = createSignal<ReadonlyMap<string, Attendance>>(new Map());
  whenChanged(shared.ready, (ready) => {
    if (!ready) return;
    const map = attendance(shared.doc);
    const look = () => setLines(readAttendance(shared.doc));
    map.observe(look);
    onCleanup(() => map.unobserve(look));
    look();
  });
  return lines;
}

function createWriters(people: Accessor<readonly InHall[]>): Accessor<ReadonlySet<string>> {
  const [writers, setWriters] = createSignal<ReadonlySet<string>>(new Set());
  const rests = new Map<string, ReturnType<typeof setTimeout>>();
  onCleanup(() => {
    for (const rest of rests.values()) clearTimeout(rest);
  });
  const rest = (id: string) => {
    rests.delete(id);
    setWriters((before) => new Set([...before].filter((other) => other !== id)));
  };
  createEffect(() => {
    for (const { id } of people().filter(({ typing }) => typing)) {
      clearTimeout(rests.get(id));
      rests.set(id, setTimeout(rest, writerStaysMs, id));
      setWriters((before) => (before.has(id) ? before : new Set([...before, id])));
    }
  });
  return writers;
}
