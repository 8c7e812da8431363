/** The network's own agendas, as planners and their keepers read them. */
import { isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type ConferenceTemplate, templateKeepers } from '../../../shared/records/conference-templates.ts';
import type { Reader } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { type ConferenceTemplateRow, conferenceTemplate } from './table.ts';

export const mayKeepTemplates = (actor: Actor): boolean =>
  templateKeepers.some((keeper) => keeper === actor.function);

/** Those that weren't withdrawn, by name. */
export async function readTemplates(reader: Reader): Promise<ConferenceTemplate[]> {
  const rows = await reader
    .select()
    .from(conferenceTemplate)
    .where(isNull(conferenceTemplate.withdrawnAt))
    .orderBy(sql`${conferenceTemplate.name} collate "it-x-icu"`, conferenceTemplate.id);
  return presentTemplates(reader, rows);
}

/** Rows with who changed them last, in the same order. */
export async function presentTemplates(
  reader: Reader,
  rows: readonly ConferenceTemplateRow[],
): Promise<ConferenceTemplate[]> {
  const people = await personBriefs(
    reader,
    rows.map(({ changedBy }) => changedBy),
  );
  return rows.map(({ withdrawnAt: _, changedBy: by, ...row }) => {
    const changedBy = people.get(by);
    assert(changedBy, 'a template was changed by somebody who exists');
    return { ...row, changedBy };
  });
}
