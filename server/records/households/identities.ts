/** What may tell that somebody is this family, for the call centre's search for duplicates: no more than it compares. */
import { ne } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { HouseholdStatus } from '../../../shared/records/households.ts';
import type { Reader } from '../../db/connect.ts';
import { membersOf } from './members.ts';
import { household } from './table.ts';

export type HouseholdIdentity = {
  readonly id: HouseholdId;
  readonly code: string;
  readonly status: HouseholdStatus;
  readonly openedOn: Day;
  readonly area: string | null;
  readonly languages: ContentLanguage[];
  /** Grown-up members: any of them may be who is reported. */
  readonly people: readonly { readonly name: string; readonly birth: Day | null }[];
  readonly dueDate: Day | null;
  readonly childBirths: Day[];
};

/** Every household but those only reported, with its members of today. */
export async function householdIdentities(reader: Reader): Promise<HouseholdIdentity[]> {
  const { id, code, status, openedOn, area, languages } = household;
  const rows = await reader
    .select({ id, code, status, openedOn, area, languages })
    .from(household)
    .where(ne(status, 'reported'));
  const members = await membersOf(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const here = (members.get(row.id) ?? []).filter(({ left }) => left === null);
    const expected = here.flatMap(({ pregnancy }) => (pregnancy?.ended === null ? [pregnancy] : []))[0];
    return {
      ...row,
      people: here.filter(({ relation }) => relation !== 'child').map(({ name, birth }) => ({ name, birth })),
      dueDate: expected?.dueDate ?? null,
      childBirths: here.flatMap(({ relation, birth }) => (relation === 'child' && birth ? [birth] : [])),
    };
  });
}
