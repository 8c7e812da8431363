/** The list of households somebody works with: filtered where the rows are, a page at a time. */
import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../../shared/access.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuseField } from '../../../shared/outcome.ts';
import type { HouseholdRow, HouseholdStatus } from '../../../shared/records/households.ts';
import type { Reader } from '../../db/connect.ts';
import { currentLeads, waitingProposals } from '../lead/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { matchesWords } from '../search/words.ts';
import { taskCounts } from '../tasks/counts.ts';
import { currentTutors } from '../tutor/queries.ts';
import { lastActivity } from './last-activity.ts';
import { childrenOf, clockOfHousehold, membersOf } from './members.ts';
import { household } from './table.ts';

export type ListQuery = {
  readonly q?: string | undefined;
  readonly status?: HouseholdStatus | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Where a page ended: the last row's place in the order. */
const Cursor = z.tuple([z.string(), HouseholdId]);

/**
 * One page, by name. The number of statements doesn't depend on the number of rows: one finds the page, the others
 * each fetch one kind of fact for all of it. Task counts are of the case: zero for who sees the household only.
 */
export async function listHouseholds(
  reader: Reader,
  actor: Actor,
  query: ListQuery,
  now: Date,
): Promise<Outcome<{ items: HouseholdRow[]; next: string | null }>> {
  const after = query.after === undefined ? null : readCursor(query.after);
  if (after?.success === false) return refuseField('after', 'unreadable', 'This is not a page of this list.');
  const found = await findPage(reader, actor, query, after?.data ?? null);
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const next = found.length > page.length && last ? writeCursor([last.name, last.id]) : null;
  return ok({ items: await present(reader, actor, page, now), next });
}

/** Households the actor sees at all, and whether they see the case (view in migrations/0003). */
const readable = (actor: Actor): SQL => sql`(
  select household_id, bool_or(sees_case) as sees_case from household_reader
  where person_id = ${actor.personId} group by household_id)`;

/** Words are looked for in name, code and members' names; each must occur. */
export const householdWords: SQL = sql`plain(${household.name} || ' ' || ${household.code} || ' ' ||
  coalesce((select string_agg(member.name, ' ') from member where member.household_id = ${household.id}), ''))`;

type PageRow = Pick<typeof household.$inferSelect, 'id' | 'code' | 'name' | 'status' | 'openedOn'> & {
  readonly seesCase: boolean;
};

function findPage(
  reader: Reader,
  actor: Actor,
  { q, status, limit }: ListQuery,
  after: z.infer<typeof Cursor> | null,
): Promise<PageRow[]> {
  return reader
    .select({
      id: household.id,
      code: household.code,
      name: household.name,
      status: household.status,
      openedOn: household.openedOn,
      seesCase: sql<boolean>`readable.sees_case`,
    })
    .from(household)
    .innerJoin(sql`${readable(actor)} readable`, sql`readable.household_id = ${household.id}`)
    .where(
      and(
        status && eq(household.status, status),
        after === null
          ? undefined
          : gt(sql`(${household.name}, ${household.id})`, sql`(${after[0]}, ${after[1]})`),
        matchesWords(householdWords, q),
      ),
    )
    .orderBy(household.name, household.id)
    .limit(limit + 1);
}

async function present(
  reader: Reader,
  actor: Actor,
  page: readonly PageRow[],
  now: Date,
): Promise<HouseholdRow[]> {
  const ids = page.map(({ id }) => id);
  const [members, tutors, leads, proposals, counts, activity] = await Promise.all([
    membersOf(reader, ids),
    currentTutors(reader, ids),
    currentLeads(reader, ids),
    waitingProposals(reader, actor, ids),
    taskCounts(
      reader,
      page.flatMap(({ id, seesCase }) => (seesCase ? [id] : [])),
      dayOf(now),
    ),
    lastActivity(reader, ids),
  ]);
  const people = await personBriefs(reader, tutors.values());
  return page.map(({ id, code, name, status, openedOn }) => {
    const tutorId = tutors.get(id);
    const here = members.get(id) ?? [];
    return {
      id,
      code,
      name,
      status,
      clock: clockOfHousehold(here, openedOn),
      tutor: (tutorId && people.get(tutorId)) ?? null,
      lead: leads.get(id) ?? null,
      leadProposal: proposals.get(id) ?? null,
      children: childrenOf(here),
      openTasks: counts.get(id)?.open ?? 0,
      overdueTasks: counts.get(id)?.overdue ?? 0,
      lastActivityAt: activity.get(id) ?? instantOf(new Date(openedOn)),
    };
  });
}

const writeCursor = (cursor: z.infer<typeof Cursor>): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string) {
  try {
    return Cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return Cursor.safeParse(null);
  }
}
