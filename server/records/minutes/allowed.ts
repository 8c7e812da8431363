/** Who may do what with minutes after the conference, beyond seeing the case. */
import { type Actor, documentAccess, type Relation } from '../../../shared/access.ts';
import type { ConferenceRow } from '../conferences/facts.ts';
import type { AttendeeRow } from './table.ts';

type Conducted = Pick<ConferenceRow, 'chairId' | 'minuteTakerId'>;

/** Whoever is with the family reads the minutes to them, and lends a device to sign on. */
export const mayReadTo = (actor: Actor, relation: Relation, { chairId, minuteTakerId }: Conducted): boolean =>
  relation.tutor ||
  relation.lead ||
  relation.role === 'mediator' ||
  actor.personId === chairId ||
  actor.personId === minuteTakerId;

/** Who would write minutes if they weren't frozen. */
export const writesMinutes = (actor: Actor, relation: Relation): boolean =>
  documentAccess(actor, openAgain(relation), { kind: 'minutes', frozen: false }) === 'write';

const openAgain = (relation: Relation): Relation => ({
  ...relation,
  household: { ...relation.household, status: 'enrolled' },
});

/** Whoever was there adds to frozen minutes, and whoever writes minutes. */
export const mayAdd = (
  actor: Actor,
  relation: Relation,
  attendees: readonly AttendeeRow[],
  accountOf: ReadonlyMap<string, string>,
): boolean => writesMinutes(actor, relation) || isAmong(actor, attendees, accountOf) !== undefined;

/** The actor's own line: a person's, or that of the member whose account it is. */
export const isAmong = (
  { personId }: Actor,
  attendees: readonly AttendeeRow[],
  accountOf: ReadonlyMap<string, string>,
): AttendeeRow | undefined =>
  attendees.find(
    (row) => row.personId === personId || (row.memberId !== null && accountOf.get(row.memberId) === personId),
  );

/** The chair gives minutes to others, and the regia. */
export const mayGive = (actor: Actor, relation: Relation, { chairId }: Conducted): boolean =>
  actor.personId === chairId || relation.lead;

/** Tutor, regia and mediator write the copy in plain words, as a pact's. */
export const mayWriteCopy = (relation: Relation): boolean =>
  relation.tutor || relation.lead || relation.role === 'mediator';
