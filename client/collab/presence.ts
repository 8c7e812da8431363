/**
 * Who is here with us, as the server vouches: it writes each state's `user` from the session. One person in two tabs
 * is one person. What we tell of ourselves (where, typing, cursor) leaves at most ten times a second (gated-socket.ts).
 */
import { type Accessor, createSignal } from 'solid-js';
import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import { GuestId, PersonId } from '../../shared/ids.ts';
import { PersonFunction } from '../../shared/person-function.ts';
import { keepUnchanged } from './keep-unchanged.ts';

/** `user` of a presence state, written by the server. */
const PresentUser = z.object({
  id: PersonId,
  name: z.string(),
  function: PersonFunction,
  body: z.string().nullable(),
});
export type PresentUser = z.infer<typeof PresentUser>;

const PresenceState = z.object({
  user: PresentUser,
  section: z.string().optional().catch(undefined),
  typing: z.boolean().optional().catch(undefined),
  cursor: z.unknown().optional(),
});

/** Somebody else who has this document open. */
export type PresentPerson = PresentUser & {
  /** Their awareness clients, newest last: one per tab. */
  readonly clientIds: readonly number[];
  /** Key of the section they stand in, as their editor names it. */
  readonly section: string | undefined;
  readonly typing: boolean;
};

/** A guest of a conference, as the server vouches: no cursor, nothing but her being here. */
const PresentGuest = z.object({
  id: GuestId,
  name: z.string(),
  function: z.literal('guest'),
  /** The role she was asked in. */
  body: z.string(),
});
export type PresentGuest = z.infer<typeof PresentGuest>;
const GuestState = z.object({ user: PresentGuest });

export type Presence = {
  readonly awareness: Awareness;
  /**
   * Reactive. Everybody but this tab, by name; oneself in another tab is among them. Whoever is as before is the same
   * object, and who only moves their caret changes nothing here: what is drawn of people isn't drawn again at each key.
   */
  readonly people: Accessor<readonly PresentPerson[]>;
  /** Reactive, at each move. Whatever somebody's editor or map puts there; of their tabs the one that came last. */
  readonly cursors: Accessor<ReadonlyMap<PersonId, unknown>>;
  /** Reactive. Guests of a conference, by name; oneself isn't among them. */
  readonly guests: Accessor<readonly PresentGuest[]>;
  /** Tells the others one thing about this tab. `undefined` takes it back. */
  tell(field: string, value: unknown): void;
  /** Tells that one is writing, and by itself that one has stopped. */
  typed(): void;
  /** Somebody looks at the document on this page: they are here for the others. */
  enter(): void;
  /** Nobody does any more, though its socket is still open: the others see them go at once. */
  leave(): void;
  close(): void;
};

/** Without a key for this long, one isn't writing any more. */
const typingRestMs = 2_000;

export function createPresence(awareness: Awareness): Presence {
  const [people, setPeople] = createSignal<readonly PresentPerson[]>([]);
  const [moves, setMoves] = createSignal(0);
  const own = awareness.clientID;
  const [guests, setGuests] = createSignal<readonly PresentGuest[]>([], {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const look = () => {
    setPeople((before) => keepUnchanged(before, peopleOf(awareness.getStates(), own)));
    setMoves((before) => before + 1);
    setGuests(guestsOf(awareness.getStates(), own));
  };
  // One's own caret moves with every key, and tells oneself nothing.
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    if ([...added, ...updated, ...removed].some((client) => client !== own)) look();
  };
  awareness.on('change', onChange);
  look();
  // A document may be open without being looked at: to send what waits, or just after it was left.
  awareness.setLocalState(null);

  let rest: ReturnType<typeof setTimeout> | undefined;
  const tell: Presence['tell'] = (field, value) => {
    const now = awareness.getLocalState()?.[field];
    if (JSON.stringify(now) !== JSON.stringify(value)) awareness.setLocalStateField(field, value);
  };
  return {
    awareness,
    people,
    cursors: () => {
      moves();
      return cursorsOf(awareness.getStates(), own);
    },
    guests,
    tell,
    typed() {
      tell('typing', true);
      clearTimeout(rest);
      rest = setTimeout(() => tell('typing', undefined), typingRestMs);
    },
    enter() {
      if (awareness.getLocalState() === null) awareness.setLocalState({});
    },
    leave() {
      clearTimeout(rest);
      if (awareness.getLocalState() !== null) awareness.setLocalState(null);
    },
    close() {
      clearTimeout(rest);
      awareness.off('change', onChange);
      setPeople([]);
      setGuests([]);
    },
  };
}

/** A state is another object as soon as anything in it is another. */
const readStates = new WeakMap<object, z.ZodSafeParseResult<z.infer<typeof PresenceState>>>();

function readState(raw: unknown): z.ZodSafeParseResult<z.infer<typeof PresenceState>> {
  if (typeof raw !== 'object' || raw === null) return PresenceState.safeParse(raw);
  const read = readStates.get(raw) ?? PresenceState.safeParse(raw);
  readStates.set(raw, read);
  return read;
}

/** People of these states, each once, sorted by name; states the server hasn't vouched for are nobody. */
export function peopleOf(
  states: ReadonlyMap<number, unknown>,
  ownClientId: number,
): readonly PresentPerson[] {
  const byId = new Map<PersonId, PresentPerson>();
  for (const [clientId, raw] of states) {
    const state = readState(raw);
    if (clientId === ownClientId || !state.success) continue;
    const { user, section, typing } = state.data;
    const known = byId.get(user.id);
    byId.set(user.id, {
      ...user,
      clientIds: [...(known?.clientIds ?? []), clientId],
      section: section ?? known?.section,
      typing: (typing ?? false) || (known?.typing ?? false),
    });
  }
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function cursorsOf(
  states: ReadonlyMap<number, unknown>,
  ownClientId: number,
): ReadonlyMap<PersonId, unknown> {
  const cursors = new Map<PersonId, unknown>();
  for (const [clientId, raw] of states) {
    const state = readState(raw);
    if (clientId === ownClientId || !state.success) continue;
    if (state.data.cursor !== undefined) cursors.set(state.data.user.id, state.data.cursor);
  }
  return cursors;
}

/** Guests of these states, each once, by name. */
export function guestsOf(states: ReadonlyMap<number, unknown>, ownClientId: number): readonly PresentGuest[] {
  const byId = new Map<GuestId, PresentGuest>();
  for (const [clientId, raw] of states) {
    if (clientId === ownClientId || readState(raw).success) continue;
    const state = GuestState.safeParse(raw);
    if (state.success) byId.set(state.data.user.id, state.data.user);
  }
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}
