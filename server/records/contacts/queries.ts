/** Contacts as the team reads them. */
import { and, desc, eq, isNull, max, or, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Contacts, NetworkInterval } from '../../../shared/records/contacts.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { contact, contactInterval, dropOutSignal } from './table.ts';

/** As many as a screen shows; older ones stay stored. */
const mostShown = 200;

export async function readContacts(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<Contacts>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  return allowed.ok ? ok(await contactsOf(reader, householdId)) : allowed;
}

/** For whoever has been authorised already. */
export async function contactsOf(reader: Reader, householdId: HouseholdId): Promise<Contacts> {
  const rows = await reader
    .select()
    .from(contact)
    .where(eq(contact.householdId, householdId))
    .orderBy(desc(contact.on), desc(contact.recordedAt), desc(contact.id))
    .limit(mostShown);
  const [reached] = await reader
    .select({ on: max(contact.on) })
    .from(contact)
    .where(and(eq(contact.householdId, householdId), contact.reached));
  const intervals = await reader
    .select()
    .from(contactInterval)
    .where(or(isNull(contactInterval.householdId), eq(contactInterval.householdId, householdId)))
    .orderBy(sql`household_id nulls last`);
  const [signal] = await reader
    .select()
    .from(dropOutSignal)
    .where(and(eq(dropOutSignal.householdId, householdId), isNull(dropOutSignal.closedAt)));
  const people = await personBriefs(
    reader,
    rows.map(({ byId }) => byId),
  );
  const [inForce] = intervals;
  assert(inForce, 'the network has an interval');
  return {
    contacts: rows.map(({ byId, householdId: _, ...rest }) => {
      const by = people.get(byId);
      assert(by, 'a contact was somebody’s');
      return { ...rest, by };
    }),
    lastReached: reached?.on ?? null,
    days: inForce.days,
    ownDays: inForce.householdId === null ? null : inForce.days,
    signal: signal
      ? { raisedAt: signal.raisedAt, silentSince: signal.silentSince, taskId: signal.taskId }
      : null,
  };
}

/** The interval of the whole network. */
export async function networkInterval(reader: Reader): Promise<NetworkInterval> {
  const [row] = await reader
    .select({ days: contactInterval.days })
    .from(contactInterval)
    .where(isNull(contactInterval.householdId));
  assert(row, 'the network has an interval');
  return row;
}
