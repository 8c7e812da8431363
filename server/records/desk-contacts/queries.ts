/** Contacts as desks read them: what was asked and where it led, never who asked. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { DeskContact } from '../../../shared/records/desk-contacts.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { practicesOfContacts } from '../practices/of-contacts.ts';
import { type DeskContactRow, deskContact, deskContactStep } from './table.ts';

/** The latest first; with a code, the one contact whose slip it is on. */
export async function listContacts(
  reader: Reader,
  { code, after, limit }: { code?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ items: DeskContact[]; next: string | null }> {
  const key = sql`${deskContact.lastAt}, ${deskContact.id}`;
  const last = sql`(select ${key} from ${deskContact} where ${deskContact.id}::text = ${after ?? ''})`;
  const asTyped = code === undefined ? '' : code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const rows = await reader
    .select()
    .from(deskContact)
    .where(
      and(
        code === undefined ? undefined : eq(sql`replace(${deskContact.code}, '-', '')`, asTyped),
        after === undefined ? undefined : sql`(${key}) < ${last}`,
      ),
    )
    .orderBy(desc(deskContact.lastAt), desc(deskContact.id))
    .limit(limit + 1);
  const items = await presentContacts(reader, rows.slice(0, limit));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** For whoever may see the case: contacts linked to the household. */
export async function contactsOfHousehold(reader: Reader, householdId: HouseholdId): Promise<DeskContact[]> {
  const rows = await reader
    .select()
    .from(deskContact)
    .where(eq(deskContact.householdId, householdId))
    .orderBy(asc(deskContact.lastAt));
  return presentContacts(reader, rows);
}

/** Rows with their visits, the first visit first, in the same order. */
export async function presentContacts(
  reader: Reader,
  rows: readonly DeskContactRow[],
): Promise<DeskContact[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const steps = await reader
    .select()
    .from(deskContactStep)
    .where(inArray(deskContactStep.contactId, ids))
    .orderBy(asc(deskContactStep.onDay), asc(deskContactStep.at));
  const bodies = await bodyBriefs(
    reader,
    steps.flatMap(({ deskId, orientedTo }) => [deskId, ...orientedTo]),
  );
  const people = await personBriefs(
    reader,
    steps.map(({ byId }) => byId),
  );
  const practices = await practicesOfContacts(reader, ids);
  const byContact = Map.groupBy(steps, ({ contactId }) => contactId);
  return rows.map(({ id, code, language, subject, householdId, version }) => ({
    ...{ id, code, language, subject, version, linked: householdId !== null },
    practices: practices.get(id) ?? [],
    steps: (byContact.get(id) ?? []).map(({ id: stepId, deskId, onDay: on, topic, outcome, ...rest }) => {
      const [desk, by] = [bodies.get(deskId), people.get(rest.byId)];
      assert(desk && by, 'a visit was at a desk, logged by somebody');
      const orientedTo = rest.orientedTo.flatMap((bodyId) => bodies.get(bodyId) ?? []);
      return { stepId, on, topic, outcome, desk, by, at: rest.at, orientedTo };
    }),
  }));
}
