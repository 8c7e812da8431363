/** The regia as pages show it: who holds it, who held it, what was proposed, and who could take it. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { type Actor, mayAnswerLead } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { BodyId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { type BodyBrief, leadSectors } from '../../../shared/records/bodies.ts';
import type { LeadProposal, LeadTenure } from '../../../shared/records/lead.ts';
import { type PersonBrief, serviceFunctions } from '../../../shared/records/people.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs, openPublicBodies } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs, workersIn } from '../people/queries.ts';
import { leadOf } from './holder.ts';
import { type LeadProposalRow, type LeadTenureRow, leadProposal, leadTenure } from './table.ts';

/** Today's tenure of each of these households; one whose regia is pending is left out. */
export async function currentLeads(
  reader: Reader,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, LeadTenure>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(leadTenure)
    .where(and(inArray(leadTenure.householdId, [...householdIds]), isNull(leadTenure.until)));
  const present = await tenurePresenter(reader, rows);
  return new Map(rows.map((row) => [row.householdId, present(row)]));
}

/** The proposal that waits, of each of these households, as this reader may answer it. */
export async function waitingProposals(
  reader: Reader,
  actor: Actor,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, LeadProposal>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(leadProposal)
    .where(and(inArray(leadProposal.householdId, [...householdIds]), eq(leadProposal.state, 'waiting')));
  const present = await proposalPresenter(reader, actor, rows);
  return new Map(rows.map((row) => [row.householdId, present(row)]));
}

/** Every tenure, newest first. */
export async function leadTenures(reader: Reader, householdId: HouseholdId): Promise<LeadTenure[]> {
  const rows = await reader
    .select()
    .from(leadTenure)
    .where(eq(leadTenure.householdId, householdId))
    .orderBy(desc(leadTenure.id));
  return rows.map(await tenurePresenter(reader, rows));
}

/** One proposal as this reader may answer it. */
export async function presentProposal(
  reader: Reader,
  actor: Actor,
  row: LeadProposalRow,
): Promise<LeadProposal> {
  const present = await proposalPresenter(reader, actor, [row]);
  return present(row);
}

/** The regia's whole history: tenures and proposals, newest first. */
export async function readLeadHistory(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ tenures: LeadTenure[]; proposals: LeadProposal[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'household.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(leadProposal)
    .where(eq(leadProposal.householdId, householdId))
    .orderBy(desc(leadProposal.proposedAt), asc(leadProposal.id));
  const present = await proposalPresenter(reader, actor, rows);
  return ok({ tenures: await leadTenures(reader, householdId), proposals: rows.map(present) });
}

/** Public services that may hold the regia and have somebody to name, without whoever holds it now. */
export async function readCandidates(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ candidates: { body: BodyBrief; people: PersonBrief[] }[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'lead.propose');
  if (!allowed.ok) return allowed;
  const bodies = await openPublicBodies(reader, leadSectors);
  const holder = (await leadOf(reader, householdId))?.personId;
  const ids = bodies.map(({ id }) => id);
  const workersByBody = Map.groupBy(await workersIn(reader, ids, serviceFunctions), ({ bodyId }) => bodyId);
  const candidates = bodies.map((body) => ({
    body,
    people: (workersByBody.get(body.id) ?? [])
      .filter(({ id }) => id !== holder)
      .map(({ bodyId: _, ...brief }) => brief),
  }));
  return ok({ candidates: candidates.filter(({ people }) => people.length > 0) });
}

async function tenurePresenter(reader: Reader, rows: readonly LeadTenureRow[]) {
  const names = await loadNames(
    reader,
    rows.map(({ bodyId }) => bodyId),
    rows.flatMap(({ personId, proposedBy, acceptedBy }) => [personId, proposedBy, acceptedBy]),
  );
  return (row: LeadTenureRow): LeadTenure => ({
    body: names.body(row.bodyId),
    person: names.person(row.personId),
    from: row.since,
    to: row.until,
    reason: row.reason,
    proposedBy: names.person(row.proposedBy),
    acceptedBy: names.person(row.acceptedBy),
  });
}

async function proposalPresenter(reader: Reader, actor: Actor, rows: readonly LeadProposalRow[]) {
  const names = await loadNames(
    reader,
    rows.flatMap(({ bodyId, fromBodyId }) => [bodyId, ...(fromBodyId ? [fromBodyId] : [])]),
    rows.flatMap(({ personId, proposedBy, answeredBy }) => [
      personId,
      proposedBy,
      ...(answeredBy ? [answeredBy] : []),
    ]),
  );
  return (row: LeadProposalRow): LeadProposal => ({
    id: row.id,
    from: row.fromBodyId && names.body(row.fromBodyId),
    to: names.body(row.bodyId),
    person: names.person(row.personId),
    reason: row.reason,
    proposedBy: names.person(row.proposedBy),
    proposedAt: row.proposedAt,
    state: row.state,
    answeredBy: row.answeredBy && names.person(row.answeredBy),
    answeredAt: row.answeredAt,
    answerReason: row.answerReason,
    mine: whoseTurn(actor, row),
  });
}

function whoseTurn(actor: Actor, row: LeadProposalRow): LeadProposal['mine'] {
  if (row.state !== 'waiting') return 'neither';
  if (mayAnswerLead(actor, row)) return 'to-answer';
  return row.proposedBy === actor.personId ? 'to-withdraw' : 'neither';
}

async function loadNames(reader: Reader, bodyIds: readonly BodyId[], personIds: readonly PersonId[]) {
  const [bodies, people] = [await bodyBriefs(reader, bodyIds), await personBriefs(reader, personIds)];
  return {
    body(id: BodyId): BodyBrief {
      const found = bodies.get(id);
      assert(found, 'the regia names bodies of the network');
      return found;
    },
    person(id: PersonId): PersonBrief {
      const found = people.get(id);
      assert(found, 'the regia names people of the network');
      return found;
    },
  };
}
