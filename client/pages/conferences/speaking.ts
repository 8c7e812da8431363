/** Hands and words of this page: what one raises, what the chair gives, told to the others through presence. */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { Presence } from '../../collab/presence.ts';
import { isWriting } from './is-writing.ts';
import {
  endWord,
  gives,
  giveWord,
  type Hand,
  heard,
  letPass,
  lowerHand,
  type Roles,
  readSpeaking,
  type Speaking,
  type Word,
} from './speaking-order.ts';

export type SpeakingRoom = {
  readonly now: Accessor<Speaking>;
  /** Whether one's own hand is up. */
  readonly raised: Accessor<boolean>;
  /** Raises or lowers one's own hand. */
  readonly toggleHand: () => void;
  /** Whether one gives the word oneself. */
  readonly gives: Accessor<boolean>;
  readonly give: (id: string) => void;
  readonly end: () => void;
  readonly pass: () => void;
  readonly lower: (hand: Hand) => void;
};

export function createSpeaking(
  presence: Presence,
  me: PersonId,
  roles: Accessor<Roles>,
  as: 'taking part' | 'watching',
): SpeakingRoom {
  const { awareness } = presence;
  const own = awareness.clientID;
  const [heardAt, setHeardAt] = createSignal(0);
  const look = () => setHeardAt((before) => before + 1);
  awareness.on('change', look);
  onCleanup(() => awareness.off('change', look));
  /** The server vouches for everybody else; of oneself one knows. */
  const states = () => {
    heardAt();
    const all = new Map<number, unknown>(awareness.getStates());
    const mine = awareness.getLocalState();
    if (mine) all.set(own, { ...mine, user: { id: me } });
    return all;
  };
  const same = (a: Speaking, b: Speaking) => JSON.stringify(a) === JSON.stringify(b);
  const now = createMemo(() => readSpeaking(states(), roles()), undefined, { equals: same });
  const raised = createMemo(() => {
    heardAt();
    return awareness.getLocalState()?.hand !== undefined;
  });
  const mayGive = createMemo(() => gives(now(), me, roles()));
  const say = (word: Word) => presence.tell('word', word);

  // A hand that was taken or put down goes down by itself, on each of its owner's pages.
  createEffect(() => {
    const { speaker, queue } = now();
    if (!raised() || as === 'watching') return;
    if (speaker?.id === me || !queue.some(({ id }) => id === me)) presence.tell('hand', undefined);
  });
  // The chair's page keeps telling the order as it heard it; of two tabs only the one whose word counts.
  createEffect(() => {
    if (as === 'watching') return;
    const speaking = now();
    const isMine =
      speaking.wordFrom === undefined ||
      speaking.wordFrom === own ||
      !isOwnTab(states(), speaking.wordFrom, me);
    if (!mayGive()) return presence.tell('word', undefined);
    if (!isMine) return;
    const up = new Set(
      [...states().values()].flatMap((state) => {
        const { user, hand } = state as { user?: { id?: string }; hand?: unknown }; // presence is anybody's JSON
        return hand !== undefined && typeof user?.id === 'string' ? [user.id] : [];
      }),
    );
    const next = heard(speaking, up);
    const silent = next.speaker === null && next.order.length === 0 && next.lowered.length === 0;
    if (!silent || speaking.wordFrom === own) say(next);
  });

  const toggleHand = () => {
    presence.enter();
    presence.tell('hand', raised() ? undefined : Date.now());
  };
  const listen = (event: KeyboardEvent) => {
    if (as === 'watching' || event.code !== 'KeyH' || isWriting(event)) return;
    event.preventDefault();
    toggleHand();
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => document.removeEventListener('keydown', listen));

  const act = (change: (speaking: Speaking, at: number) => Word) => {
    if (mayGive()) say(change(now(), Date.now()));
  };
  return {
    now,
    raised,
    toggleHand,
    gives: mayGive,
    give: (id) => act(({ word }, at) => giveWord(word, id, at)),
    end: () => act(({ word }, at) => endWord(word, at)),
    pass: () => act(letPass),
    lower: (hand) => act(({ word }, at) => lowerHand(word, hand, at)),
  };
}

/** Whether the word came from another tab of the same person. */
function isOwnTab(states: ReadonlyMap<number, unknown>, clientId: number, me: PersonId): boolean {
  const state = states.get(clientId) as { user?: { id?: unknown } } | undefined; // presence is anybody's JSON
  return state?.user?.id === me;
}
