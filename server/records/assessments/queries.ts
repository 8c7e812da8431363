/** Screenings and assessments as the team reads them, and what other domains ask of the last screening. */
import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Assessment, Urgency } from '../../../shared/records/assessments.ts';
import type { NeedKind } from '../../../shared/records/eligibility.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type AssessmentRow, assessment } from './table.ts';

/** The household's screenings and assessments, newest first. */
export async function readAssessments(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ assessments: Assessment[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(assessment)
    .where(eq(assessment.householdId, householdId))
    .orderBy(desc(assessment.on), desc(assessment.id));
  return ok({ assessments: await presentAssessments(reader, rows) });
}

export type ScreeningFacts = { readonly needs: readonly NeedKind[]; readonly urgency: Urgency };

/** What the last screening of that day or earlier found, of each of these households; one without is left out. */
export async function screeningsAsOf(
  reader: Reader,
  householdIds: readonly HouseholdId[],
  day: Day,
): Promise<Map<HouseholdId, ScreeningFacts>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .selectDistinctOn([assessment.householdId])
    .from(assessment)
    .where(
      and(
        inArray(assessment.householdId, [...householdIds]),
        eq(assessment.kind, 'screening'),
        lte(assessment.on, day),
      ),
    )
    .orderBy(assessment.householdId, desc(assessment.on), desc(assessment.id));
  return new Map(
    rows.map(({ householdId, content }) => {
      assert(content.kind === 'screening', 'a row’s kind is its content’s');
      return [householdId, { needs: content.needs, urgency: content.urgency }];
    }),
  );
}

/** Rows with the names that go with them, in the same order. */
export async function presentAssessments(
  reader: Reader,
  rows: readonly AssessmentRow[],
): Promise<Assessment[]> {
  const people = await personBriefs(
    reader,
    rows.map(({ madeBy }) => madeBy),
  );
  return rows.map(({ kind: _, madeBy, ...rest }) => {
    const by = people.get(madeBy);
    assert(by, 'an assessment is made by a person');
    return { ...rest, by };
  });
}
