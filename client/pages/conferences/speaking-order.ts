/**
 * Who asks to speak, who speaks, and who says so: worked out from presence alone, the same on every page. A hand is its
 * owner's to raise. Giving the word is the chair's, and the minute-taker's while no chair is there: it is believed only in
 * the state of somebody the server vouches to be that person. Nothing here is kept: whoever leaves takes the hand along.
 */
import { z } from 'zod';

/** So many are told in the order; hands beyond stand behind them by their own time. A state may have 4 KB. */
const most = 30;

const Raised = z.int().positive();

/** What the chair's page tells. Times in milliseconds since 1970, by that page's clock. */
export const Word = z.object({
  /** When the chair last did something: of two tabs the newer one counts. */
  at: z.number(),
  speaker: z.object({ id: z.string(), since: z.number() }).nullable(),
  /** Raised hands as the chair's page heard them: nobody comes first by a clock that is slow. */
  order: z.array(z.string()).max(most),
  /** Hands the chair has put down, with the moment they were raised. */
  lowered: z.array(z.tuple([z.string(), z.number()])).max(most),
});
export type Word = z.infer<typeof Word>;

export const noWord: Word = { at: 0, speaker: null, order: [], lowered: [] };

const State = z.object({
  user: z.object({ id: z.string() }),
  hand: Raised.optional().catch(undefined),
  word: Word.optional().catch(undefined),
});

export type Roles = { readonly chairId: string; readonly minuteTakerId: string };
export type Hand = { readonly id: string; readonly since: number };

export type Speaking = {
  /** Who may give the word now. */
  readonly authority: 'chair' | 'minute-taker' | null;
  readonly speaker: Hand | null;
  /** Who asks to speak, first to last; the speaker is not among them. */
  readonly queue: readonly Hand[];
  /** What counts of what was told, and the page it came from. */
  readonly word: Word;
  readonly wordFrom: number | undefined;
};

/** `states` as presence has them, by client. */
export function readSpeaking(states: ReadonlyMap<number, unknown>, roles: Roles): Speaking {
  const present = [...states].flatMap(([clientId, raw]) => {
    const state = State.safeParse(raw);
    return state.success ? [{ clientId, ...state.data }] : [];
  });
  const here = new Set(present.map(({ user }) => user.id));
  const wordOf = (personId: string) =>
    present
      .flatMap(({ clientId, user, word }) => (user.id === personId && word ? [{ clientId, word }] : []))
      .sort((a, b) => b.word.at - a.word.at || a.clientId - b.clientId)[0];
  // A chair who has just come back has said nothing yet: what the minute-taker said stands until then.
  const counts = (here.has(roles.chairId) ? wordOf(roles.chairId) : undefined) ?? wordOf(roles.minuteTakerId);
  const word = counts?.word ?? noWord;
  const speaker = word.speaker && here.has(word.speaker.id) ? word.speaker : null;
  const lowered = new Map(word.lowered);
  const hands = new Map<string, number>();
  for (const { user, hand } of present) {
    if (hand === undefined || user.id === speaker?.id || hand <= (lowered.get(user.id) ?? 0)) continue;
    hands.set(user.id, Math.min(hand, hands.get(user.id) ?? hand));
  }
  const place = (id: string) => {
    const at = word.order.indexOf(id);
    return at < 0 ? most : at;
  };
  const queue = [...hands]
    .map(([id, since]) => ({ id, since }))
    .sort((a, b) => place(a.id) - place(b.id) || a.since - b.since || a.id.localeCompare(b.id));
  const authority = here.has(roles.chairId) ? 'chair' : here.has(roles.minuteTakerId) ? 'minute-taker' : null;
  return { authority, speaker, queue, word, wordFrom: counts?.clientId };
}

/** Whether this person gives the word now. */
export const gives = ({ authority }: Speaking, personId: string, roles: Roles): boolean =>
  (authority === 'chair' && personId === roles.chairId) ||
  (authority === 'minute-taker' && personId === roles.minuteTakerId);

/** The order as it is heard, and nothing of hands that are down: what the page of whoever gives the word keeps telling. */
export const heard = ({ word, speaker, queue }: Speaking, raised: ReadonlySet<string>): Word => ({
  at: word.at,
  speaker,
  order: queue.slice(0, most).map(({ id }) => id),
  lowered: word.lowered.filter(([id]) => raised.has(id)),
});

export const giveWord = (word: Word, id: string, now: number): Word => ({
  ...word,
  at: now,
  speaker: { id, since: now },
  order: word.order.filter((other) => other !== id),
});

export const endWord = (word: Word, now: number): Word => ({ ...word, at: now, speaker: null });

/** The first lets the second pass. */
export function letPass({ word, queue }: Speaking, now: number): Word {
  const [first, second, ...rest] = queue.map(({ id }) => id).slice(0, most);
  const order = first && second ? [second, first, ...rest] : word.order;
  return { ...word, at: now, order };
}

/** Puts somebody's hand down. */
export const lowerHand = (word: Word, hand: Hand, now: number): Word => ({
  ...word,
  at: now,
  order: word.order.filter((id) => id !== hand.id),
  lowered: [
    ...word.lowered.filter(([id]) => id !== hand.id).slice(1 - most),
    [hand.id, hand.since] satisfies [string, number],
  ],
});
