/** The programmes a household is or was in, and who was in a programme on a day. */
import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { CheckedRule } from '../../../shared/records/eligibility.ts';
import type { Enrolment } from '../../../shared/records/enrolments.ts';
import type { Programme } from '../../../shared/records/programmes.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { programmeOf, programmesById } from '../programmes/queries.ts';
import { eligibilityOf } from './facts.ts';
import { type EnrolmentRow, enrolment } from './table.ts';

/** The household's enrolments, newest first. */
export async function readEnrolments(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ enrolments: Enrolment[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(enrolment)
    .where(eq(enrolment.householdId, householdId))
    .orderBy(desc(enrolment.since), desc(enrolment.id));
  return ok({ enrolments: await presentEnrolments(reader, rows) });
}

/** How the rules of a programme stand for the household, before anybody is enrolled. */
export async function readEligibility(
  reader: Reader,
  actor: Actor,
  asked: { readonly householdId: HouseholdId; readonly programmeId: ProgrammeId; readonly on: Day },
  now: Date,
): Promise<Outcome<{ eligibility: CheckedRule[] }>> {
  const { householdId, programmeId, on } = asked;
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const programme = await programmeOf(reader, programmeId);
  if (programme === null) return refuse('not-available');
  return ok({
    eligibility: await eligibilityOf(reader, householdId, programme, { day: on, stated: [], now }),
  });
}

/** The programmes this household is in on that day, by name. */
export async function programmesOfHousehold(
  reader: Reader,
  householdId: HouseholdId,
  day: Day,
): Promise<Programme[]> {
  const rows = await reader
    .select({ programmeId: enrolment.programmeId })
    .from(enrolment)
    .where(and(eq(enrolment.householdId, householdId), isOn(day)));
  const programmes = await programmesById(
    reader,
    rows.map(({ programmeId }) => programmeId),
  );
  return [...programmes.values()].sort((a, b) => a.name.localeCompare(b.name, 'it'));
}

/** Whether this household is in this programme on that day. */
export async function isEnrolledIn(
  reader: Reader,
  householdId: HouseholdId,
  programmeId: ProgrammeId,
  day: Day,
): Promise<boolean> {
  const rows = await reader
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(and(eq(enrolment.householdId, householdId), eq(enrolment.programmeId, programmeId), isOn(day)));
  return rows.length > 0;
}

const isOn = (day: Day) =>
  and(lte(enrolment.since, day), or(isNull(enrolment.until), gt(enrolment.until, day)));

/** Rows with the names that go with them, in the same order. */
export async function presentEnrolments(reader: Reader, rows: readonly EnrolmentRow[]): Promise<Enrolment[]> {
  const [people, programmes] = await Promise.all([
    personBriefs(
      reader,
      rows.map(({ enrolledBy }) => enrolledBy),
    ),
    programmesById(
      reader,
      rows.map(({ programmeId }) => programmeId),
    ),
  ]);
  return rows.map(({ programmeId, enrolledBy, enrolledAt: _, since: from, until: to, ...rest }) => {
    const [programme, by] = [programmes.get(programmeId), people.get(enrolledBy)];
    assert(programme && by, 'an enrolment names a programme and a person that exist');
    const { id, name, funder, startsOn, endsOn } = programme;
    return { ...rest, programme: { id, name, funder, startsOn, endsOn }, from, to, by };
  });
}
