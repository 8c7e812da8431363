/** What is still open before minutes are frozen: shown to the chair, who may leave it so but not unseen. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type * as Y from 'yjs';
import { decisionsInText } from '../../../shared/documents/minutes.ts';
import { blocksOf } from '../../../shared/documents/minutes-words.ts';
import type { OpenThing } from '../../../shared/records/minutes.ts';
import type { Reader } from '../../db/connect.ts';
import type { ConferenceRow } from '../conferences/facts.ts';
import { sha256 } from '../conferences/minutes.ts';
import type { Present } from './attendance.ts';
import { minutesRemark } from './table.ts';
import { tasksOfConference } from './tasks-out.ts';

export async function openThings(
  reader: Reader,
  row: Pick<ConferenceRow, 'id' | 'householdId' | 'agenda'>,
  doc: Y.Doc,
  people: readonly Present[],
): Promise<OpenThing[]> {
  const given = await tasksOfConference(reader, row);
  const isGiven = (decisionId: string, taskId: string | undefined) =>
    given.some((task) => task.id === taskId || task.decisionId === decisionId);
  const remarks = await reader
    .select({ id: minutesRemark.id, text: minutesRemark.text })
    .from(minutesRemark)
    .where(and(eq(minutesRemark.conferenceId, row.id), isNull(minutesRemark.answer)))
    .orderBy(asc(minutesRemark.at));
  const written = new Set(
    blocksOf(doc).flatMap(({ level, pointId, text }) => (level !== 2 && text !== '' ? pointId : [])),
  );
  return [
    ...decisionsInText(doc)
      .filter(({ decisionId, taskId }) => !isGiven(decisionId, taskId))
      .map(({ decisionId, text }) => ({ kind: 'decision' as const, id: decisionId, text })),
    ...people
      .filter(({ confirmed }) => !confirmed)
      .map(({ key, name }) => ({ kind: 'attendance' as const, id: key, text: name })),
    ...remarks.map(({ id, text }) => ({ kind: 'remark' as const, id, text })),
    ...row.agenda
      .filter(({ id }) => !written.has(id))
      .map(({ id, title }) => ({ kind: 'point' as const, id, text: title })),
  ];
}

/** Names what is open, so that the chair freezes over what was seen and nothing else. */
export const openKeyOf = (open: readonly OpenThing[]): string =>
  sha256(JSON.stringify(open.map(({ kind, id }) => `${kind} ${id}`).sort()));
