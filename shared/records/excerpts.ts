/**
 * Frozen minutes given to others (X3): by point, cut by the server from the frozen words, with a copy in plain words for
 * the family. Whoever is given points 2 and 4 sees points 2 and 4.
 */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, ConferenceId, HouseholdId, PersonId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing } from './shapes.ts';

/** One block as its reader needs it; lists are flat, an item each. */
export const WordsBlock = z.object({
  kind: z.enum(['heading', 'paragraph', 'item', 'quote', 'voice', 'decision', 'dissent', 'goal']),
  text: z.string(),
  level: z.int().nullable(),
  /** The point of the agenda it stands under; null before the first. */
  pointId: z.string().nullable(),
  language: z.string().nullable(),
  /** The family's own words, in their language. */
  original: z.string().nullable(),
});
export type WordsBlock = z.infer<typeof WordsBlock>;

/** To whom: somebody by name, everybody of a body who works with families, or the family's accounts. */
export const GivenTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: PersonId }),
  z.strictObject({ kind: z.literal('body'), bodyId: BodyId }),
  z.strictObject({ kind: z.literal('family') }),
]);
export type GivenTo = z.infer<typeof GivenTo>;

/** Who was given what, and when they first opened it. */
export const Distribution = z.object({
  id: z.uuid(),
  to: z.enum(['team', 'person', 'body', 'family']),
  /** The person's or the body's name; null for the team and the family. */
  name: z.string().nullable(),
  /** Null: all of it. */
  pointIds: z.array(z.string()).nullable(),
  by: PersonBrief,
  at: Instant,
  recipients: z.array(z.object({ name: z.string(), openedAt: Instant.nullable() })),
});
export type Distribution = z.infer<typeof Distribution>;

export const Excerpt = z.object({
  id: z.uuid(),
  householdId: HouseholdId,
  conferenceId: ConferenceId,
  /** The household's code: its name is the team's and the family's. */
  code: z.string(),
  title: z.string(),
  start: Instant,
  frozenAt: Instant,
  hash: z.string(),
  withoutQuorum: z.boolean(),
  /** Which points of how many, by their number in the agenda. */
  points: z.array(z.object({ id: z.string(), number: z.int(), title: z.string() })),
  pointsInAll: z.int(),
  blocks: z.array(WordsBlock),
  /** In plain words, for the family only. */
  copies: z.array(z.object({ language: ContentLanguage, text: z.string() })),
  /** This reader was there: their line, and whether they may still answer. */
  signing: z
    .object({
      attendee: z.string(),
      answer: z.enum(['signed', 'refused']).nullable(),
      at: Instant.nullable(),
    })
    .nullable(),
});
export type Excerpt = z.infer<typeof Excerpt>;

const oneConference = z.strictObject({ householdId: HouseholdId, conferenceId: ConferenceId });

export const excerptEndpoints = {
  give: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/distributions',
    summary: 'The chair gives points of frozen minutes to somebody, to a body or to the family.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: z.strictObject({
      id: z.uuid(),
      to: GivenTo,
      pointIds: z.array(z.string().min(1).max(64)).min(1).max(30),
    }),
    response: Empty,
  }),
  writeCopy: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/conferences/:conferenceId/copies',
    summary: 'Writes the copy of frozen minutes in plain words, in a language somebody of the family reads.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: z.strictObject({ language: ContentLanguage, text: z.string().trim().min(3).max(20_000) }),
    response: Empty,
  }),
  read: endpoint({
    method: 'GET',
    path: '/api/excerpts/:distributionId',
    summary: 'The points I was given, and no others.',
    policy: { kind: 'signed-in' },
    params: z.strictObject({ distributionId: z.uuid() }),
    query: nothing,
    body: nothing,
    response: Excerpt,
  }),
};

export const excerptEvents = [
  /** One for each reader, who hears of it without being of the team. */
  event('excerpt.given', { conferenceId: ConferenceId, readerId: PersonId, distributionId: z.uuid() }),
  event('excerpt.opened', { conferenceId: ConferenceId, readerId: PersonId }),
] as const;
