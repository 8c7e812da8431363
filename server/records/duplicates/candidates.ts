/** Which reports and households may be the same family as a report. It reads and changes nothing (D8). */
import { eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, ReportId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Candidate, Identity } from '../../../shared/records/duplicates.ts';
import { compare, leastScore } from '../../../shared/records/likeness.ts';
import type { Reader } from '../../db/connect.ts';
import { type HouseholdIdentity, householdIdentities } from '../households/identities.ts';
import { identityOf, type ReportIdentity, reportIdentities } from '../reports/identities.ts';
import { earlinessOfReport } from '../reports/present.ts';
import { candidateDismissal } from './table.ts';

/** More than anybody compares. */
const mostCandidates = 6;

/** The likeliest first. A report a household was opened from speaks for the household, which is shown once. */
export async function findCandidates(
  reader: Reader,
  actor: Actor,
  reportId: ReportId,
  now: Date,
): Promise<Outcome<{ candidates: Candidate[] }>> {
  if (actor.function !== 'call_centre') return refuse('not-available');
  const reports = await reportIdentities(reader, now, reportId);
  const asked = reports.find(({ row }) => row.id === reportId);
  if (asked === undefined) return refuse('not-available');
  const dismissed = new Set(
    (await reader.select().from(candidateDismissal).where(eq(candidateDismissal.reportId, reportId))).map(
      ({ otherId }) => otherId,
    ),
  );
  const mine = identityOf(asked.content);
  const opened = new Map(
    reports.flatMap((each) => (each.householdId === null ? [] : [[each.householdId, each] as const])),
  );
  const others = reports.filter(({ row, householdId }) => row.id !== reportId && householdId === null);
  const households = (await householdIdentities(reader)).filter(({ id }) => id !== asked.householdId);
  const candidates = [
    ...others.map((other) => ofReport(mine, other)),
    ...households.map((household) => ofHousehold(mine, household, opened.get(household.id))),
  ]
    .filter(({ score, target }) => score >= leastScore && !dismissed.has(idOf(target)))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostCandidates);
  return ok({ candidates });
}

const idOf = (target: Candidate['target']): HouseholdId | ReportId =>
  target.kind === 'report' ? target.reportId : target.householdId;

function ofReport(mine: Identity, { row, content }: ReportIdentity): Candidate {
  const identity = identityOf(content);
  return {
    target: { kind: 'report', reportId: row.id },
    number: row.number,
    since: dayOf(new Date(row.receivedAt)),
    sender: { kind: row.senderKind, name: row.senderName },
    subject: row.subject,
    outcome: row.outcome,
    earliness: earlinessOfReport(row.receivedAt, content),
    area: content.area,
    status: null,
    identity,
    ...compare(mine, identity),
  };
}

/** A household is as like as the likest of its people; the phone is the one its report gave. */
function ofHousehold(
  mine: Identity,
  household: HouseholdIdentity,
  from: ReportIdentity | undefined,
): Candidate {
  const { dueDate, childBirths, languages } = household;
  const phone = from?.content.phone ?? null;
  const people: { name: string | null; birth: Day | null }[] =
    household.people.length > 0 ? [...household.people] : [{ name: null, birth: null }];
  const identities = people.map(({ name, birth }) => ({
    name,
    birth,
    phone,
    dueDate,
    childBirths,
    languages,
  }));
  const compared = identities.map((identity) => ({ identity, ...compare(mine, identity) }));
  const best = compared.reduce((a, b) => (b.score > a.score ? b : a));
  return {
    target: { kind: 'household', householdId: household.id },
    number: household.code,
    since: household.openedOn,
    sender: null,
    subject: null,
    outcome: null,
    earliness: null,
    area: household.area,
    status: household.status,
    ...best,
  };
}
