/** Placements as one reader may see them: without the structure where that is concealed from them. */
import { eq, inArray } from 'drizzle-orm';
import { type Actor, may, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import {
  type Chronicity,
  type ChronicityRule,
  chronicityOf,
  type Placement,
  type PlacementStep,
  stepsOf,
} from '../../../shared/records/placements.ts';
import type { Reader } from '../../db/connect.ts';
import { loadRelation } from '../care-team/relation.ts';
import { homeSupportFacts } from '../home-supports/queries.ts';
import { householdBriefs } from '../households/briefs.ts';
import { membersOf } from '../households/members.ts';
import { personBriefs } from '../people/queries.ts';
import { householdsOpenTo } from '../secret-addresses/grants.ts';
import { structureFacts } from '../structures/queries.ts';
import { structuresNamedTo } from '../structures/readers.ts';
import {
  chronicityRule,
  type PlacementRow,
  placement,
  placementExtension,
  placementReview,
} from './table.ts';

/** Rows with all that goes with them, in the same order. The caller has decided that the actor may read them. */
export async function presentPlacements(
  reader: Reader,
  actor: Actor,
  rows: readonly PlacementRow[],
  now: Date,
): Promise<Placement[]> {
  const ids = rows.map(({ id }) => id);
  const householdIds = [...new Set(rows.map(({ householdId }) => householdId))];
  const today = dayOf(now);
  const households = await householdBriefs(reader, householdIds);
  const members = await membersOf(reader, householdIds);
  const supports = await homeSupportFacts(
    reader,
    rows.flatMap(({ homeSupportId }) => homeSupportId ?? []),
  );
  const structures = await structureFacts(
    reader,
    rows.flatMap(({ structureId }) => structureId ?? []),
  );
  const [openTo, namedFor] = [
    await householdsOpenTo(reader, actor.personId, householdIds),
    await structuresNamedTo(reader, actor.personId),
  ];
  const reviews = ids.length
    ? await reader
        .select()
        .from(placementReview)
        .where(inArray(placementReview.placementId, ids))
        .orderBy(placementReview.reviewedOn)
    : [];
  const extensions = ids.length
    ? await reader
        .select()
        .from(placementExtension)
        .where(inArray(placementExtension.placementId, ids))
        .orderBy(placementExtension.extendedOn, placementExtension.until)
    : [];
  const people = await personBriefs(reader, [
    ...rows.flatMap(({ requestedBy, bookedBy }) => [requestedBy, bookedBy ?? []].flat()),
    ...reviews.map(({ reviewedBy }) => reviewedBy),
    ...extensions.map(({ extendedBy }) => extendedBy),
  ]);
  const briefOf = (id: PlacementRow['requestedBy']) => {
    const brief = people.get(id);
    assert(brief, 'a placement names people that exist');
    return brief;
  };
  const relations = new Map<HouseholdId, Relation | null>();
  const chronicities = new Map<HouseholdId, Chronicity | null>();
  for (const id of householdIds) {
    const relation = await loadRelation(reader, actor, id);
    relations.set(id, relation);
    chronicities.set(
      id,
      hearsOfChronicity(actor, relation) ? await chronicityOfHousehold(reader, id, today) : null,
    );
  }

  return rows.map((row) => {
    const household = households.get(row.householdId);
    assert(household, 'a placement belongs to a household');
    const facts = row.structureId === null ? null : structures.get(row.structureId);
    const concealed = row.concealed || facts?.concealed === true;
    const knows =
      !concealed ||
      openTo.has(row.householdId) ||
      row.bookedBy === actor.personId ||
      (row.structureId !== null && namedFor.has(row.structureId));
    const { status, endsOn, reviewOn, structureId } = row;
    return {
      id: row.id,
      household,
      persons: row.persons,
      people: (members.get(row.householdId) ?? [])
        .filter(({ id }) => row.memberIds.includes(id))
        .map(({ id, relation, birth }) => ({ memberId: id, relation, birth })),
      expected: row.expected,
      cause: row.cause,
      urgency: row.urgency,
      wantedFrom: row.wantedFrom,
      homeSupport: (row.homeSupportId && supports.get(row.homeSupportId)) ?? null,
      emergency: row.emergency === null ? null : { reason: row.emergency, words: row.emergencyWords ?? '' },
      concealed,
      structure: structureId !== null && facts && knows ? { id: structureId, name: facts.name } : null,
      status,
      requestedBy: briefOf(row.requestedBy),
      requestedOn: row.requestedOn,
      from: row.startsOn,
      until: endsOn,
      bookedBy: row.bookedBy === null ? null : briefOf(row.bookedBy),
      arrivedOn: row.arrivedOn,
      reEntry: row.reEntry,
      reviewOn,
      reviewDue: status === 'in_stay' && reviewOn !== null && reviewOn <= today,
      overdue: status === 'in_stay' && endsOn !== null && endsOn < today,
      reviews: reviews
        .filter(({ placementId }) => placementId === row.id)
        .map(({ id, reviewedOn: on, note, reviewedBy }) => ({ id, on, note, by: briefOf(reviewedBy) })),
      extensions: extensions
        .filter(({ placementId }) => placementId === row.id)
        .map(({ id, extendedOn: on, until, reason, extendedBy }) => ({
          id,
          on,
          until,
          reason,
          by: briefOf(extendedBy),
        })),
      exit:
        row.exitReason === null
          ? null
          : { reason: row.exitReason, words: knows ? (row.exitWords ?? '') : '' },
      cancelReason: row.cancelReason,
      chronicity: chronicities.get(row.householdId) ?? null,
      steps: stepsFor(actor, relations.get(row.householdId) ?? null, row),
      version: row.version,
    };
  });
}

/** What the actor may do with it now. Booking belongs to the call centre, and to protection of the household. */
export function stepsFor(
  actor: Actor,
  relation: Relation | null,
  { status }: Pick<PlacementRow, 'status'>,
): PlacementStep[] {
  const writes = relation !== null && may(actor, 'shelter.write', relation);
  const callCentre = actor.function === 'call_centre';
  return stepsOf[status].filter((step) => {
    if (step === 'book') return callCentre || (writes && actor.function === 'protection');
    return step === 'conceal' ? writes : writes || callCentre;
  });
}

/** D6: the regia and the call centre see it; while nobody holds the regia, the tutor does. */
export const hearsOfChronicity = (actor: Actor, relation: Relation | null): boolean =>
  actor.function === 'call_centre' ||
  (relation !== null && (relation.lead || (relation.tutor && !relation.leadAssigned)));

/** How much of the last 24 months the household spent in structures. */
export async function chronicityOfHousehold(
  reader: Reader,
  householdId: HouseholdId,
  today: Day,
): Promise<Chronicity> {
  const rows = await reader.select().from(placement).where(eq(placement.householdId, householdId));
  const lived = rows.filter(({ status }) => status === 'in_stay' || status === 'ended');
  const facts = await structureFacts(
    reader,
    lived.flatMap(({ structureId }) => structureId ?? []),
  );
  const stays = lived.flatMap(({ structureId, startsOn, endsOn, status }) =>
    startsOn === null || structureId === null
      ? []
      : [
          {
            from: startsOn,
            until: status === 'ended' ? endsOn : null,
            alertNights: facts.get(structureId)?.alertNights ?? null,
          },
        ],
  );
  return chronicityOf(stays, await readRule(reader), today);
}

/** The network's rule: migrations/0014 puts the first one there. */
export async function readRule(reader: Reader): Promise<ChronicityRule> {
  const [rule] = await reader
    .select({ nights: chronicityRule.nights, entries: chronicityRule.entries })
    .from(chronicityRule);
  assert(rule, 'there is a rule for chronicity');
  return rule;
}
