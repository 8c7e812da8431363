/** A11: women received, at a desk or in a household, counted once where it is known that they are the same. */
import { sql } from 'drizzle-orm';
import type { Indicator } from '../../../shared/records/indicators.ts';
import { isSmall } from '../../../shared/records/suppress.ts';
import type { Reader } from '../../db/connect.ts';
import type { Counting, Where } from './counting.ts';
import type { Filters } from './territory.ts';

/**
 * Households taken in up to the day, and contacts of the desks that weren't linked to one by then: at most, because an
 * anonymous woman may have come twice, or be in a household by now. A contact has no district and no programme.
 */
export async function womenReceived(
  reader: Reader,
  counting: Counting,
  where: Where,
  { asOf, desk, programme, district }: Filters,
): Promise<Indicator> {
  const [row] = await reader.execute<{ contacts: number }>(sql`
    select count(*) as contacts from desk_contact
    where ${programme}::uuid is null and ${district}::int is null
      and (household_id is null or (linked_at at time zone 'Europe/Rome')::date > ${asOf})
      and exists (select from desk_contact_step step where step.contact_id = desk_contact.id and step.on_day <= ${asOf}
        and (${desk}::uuid is null or step.desk_id = ${desk}))`);
  const contacts = row?.contacts ?? 0;
  const taken = counting.told('taken_in', where);
  const numerator =
    taken === null || isSmall(contacts) || isSmall(taken + contacts) ? null : taken + contacts;
  return {
    code: 'women_received',
    form: 'count',
    numerator,
    denominator: null,
    // who they are, and whether they were counted already
    unknowns: numerator === null ? null : contacts,
    value: numerator,
    suppressed: numerator === null,
    by: null,
    cells: [],
  };
}
