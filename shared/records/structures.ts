/** Structures that take people in, and family-type placements: places, who they take, what is free by day (D4). */
import { z } from 'zod';
import { Day, daysBetween, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, PersonId } from '../ids.ts';
import { BodyBrief, BodyDraft } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';

export const StructureTerms = z.strictObject({
  /** Places, which are persons. */
  capacity: z.int().min(1).max(500),
  /** Guests sent by others, whom this network doesn't know. */
  others: z.int().min(0).max(500),
  takesPregnant: z.boolean(),
  takesChildren: z.boolean(),
  /** The oldest child taken, in years; null: any. */
  childAgeMax: z.int().min(0).max(17).nullable(),
  /** Nights of one stay after which it counts as too long here; null: only the network's rule. */
  alertNights: z.int().min(1).max(1000).nullable(),
  open: z.boolean(),
});
export type StructureTerms = z.infer<typeof StructureTerms>;

export const Structure = StructureTerms.extend({
  body: BodyBrief,
  /** Its address is secret: only people who were named know of it. */
  concealed: z.boolean(),
  /** Free places by day, from the day that was asked for. */
  free: z.array(z.int()),
  /** May say who knows of it. */
  mayName: z.boolean(),
  version: z.int(),
});
export type Structure = z.infer<typeof Structure>;

/** Persons in a structure from one day until the day of leaving, which is a free night again; null: open-ended. */
export type Guests = { readonly from: Day; readonly until: Day | null; readonly persons: number };

/** Places free on each of so many nights. */
export function freeByDay(room: number, guests: readonly Guests[], from: Day, days: number): number[] {
  const free = Array.from({ length: days }, () => room);
  for (const { from: arrival, until, persons } of guests) {
    const first = Math.max(0, daysBetween(from, arrival));
    const last = until === null ? days : Math.min(days, daysBetween(from, until));
    for (let night = first; night < last; night++) free[night] = (free[night] ?? 0) - persons;
  }
  return free;
}

/** The fewest places free on any night of a stay: only where somebody arrives can it become fewer. */
export function leastFree(
  room: number,
  guests: readonly Guests[],
  { from, until }: { readonly from: Day; readonly until: Day | null },
): number {
  const nights = [from, ...guests.map((each) => each.from).filter((day) => day > from)].filter(
    (day) => until === null || day < until,
  );
  const freeOn = (night: Day): number => freeByDay(room, guests, night, 1)[0] ?? 0;
  return Math.min(...nights.map(freeOn));
}

/** Somebody who may know of a concealed structure. */
export const StructureReader = z.object({
  person: PersonBrief,
  since: Instant,
  reason: z.string(),
  namedBy: PersonBrief,
});
export type StructureReader = z.infer<typeof StructureReader>;

export const structureEvents = [
  event('structure.opened', { bodyId: BodyId }),
  event('structure.changed', { bodyId: BodyId }),
  event('structure.rule-changed', { nights: z.int(), entries: z.int() }),
] as const;

const structureOf = z.strictObject({ structureId: BodyId });
const namedOf = z.strictObject({ structureId: BodyId, personId: PersonId });

export const structureEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/structures',
    summary: 'Structures with their free places by day. A concealed one only for those who were named.',
    policy: { kind: 'functions', functions: ['call_centre', 'protection', 'coordinator'] },
    params: nothing,
    query: z.strictObject({
      from: Day.optional(),
      days: z.coerce.number().int().min(1).max(120).default(28),
    }),
    body: nothing,
    response: z.object({ from: Day, structures: z.array(Structure) }),
  }),
  open: endpoint({
    method: 'POST',
    path: '/api/structures',
    summary:
      'Adds a structure: a shelter or family placement of the directory, or with `body` one that is added with it. A concealed one is added by protection, who is then the first to be named.',
    policy: { kind: 'functions', functions: ['call_centre', 'protection', 'coordinator'] },
    params: nothing,
    query: nothing,
    body: z.strictObject({
      id: BodyId,
      body: BodyDraft.nullable(),
      concealed: z.boolean(),
      terms: StructureTerms,
    }),
    response: Structure,
  }),
  change: endpoint({
    method: 'PUT',
    path: '/api/structures/:structureId',
    summary: 'Changes places, who is taken, guests of others, or stops new bookings.',
    policy: { kind: 'functions', functions: ['call_centre', 'protection'] },
    params: structureOf,
    query: nothing,
    body: StructureTerms.extend({ version: z.int() }),
    response: Structure,
  }),
  readers: endpoint({
    method: 'GET',
    path: '/api/structures/:structureId/people',
    summary: 'Who may know of a concealed structure.',
    policy: { kind: 'functions', functions: ['protection'] },
    params: structureOf,
    query: nothing,
    body: nothing,
    response: z.object({ people: z.array(StructureReader) }),
  }),
  name: endpoint({
    method: 'PUT',
    path: '/api/structures/:structureId/people/:personId',
    summary: 'Lets one person know of a concealed structure. Only protection who was named may.',
    policy: { kind: 'functions', functions: ['protection'] },
    params: namedOf,
    query: nothing,
    body: z.strictObject({ reason: Reason }),
    response: Empty,
  }),
  unname: endpoint({
    method: 'DELETE',
    path: '/api/structures/:structureId/people/:personId',
    summary: 'Ends it, at once.',
    policy: { kind: 'functions', functions: ['protection'] },
    params: namedOf,
    query: nothing,
    body: nothing,
    response: Empty,
  }),
};
