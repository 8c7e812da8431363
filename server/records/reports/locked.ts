/** One report, locked. */
import { eq } from 'drizzle-orm';
import type { ReportId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { type ReportRecord, report } from './table.ts';

/** The report, locked for a change; null when there is none. */
export async function lockReport(tx: Tx, reportId: ReportId): Promise<ReportRecord | null> {
  const [row] = await tx.select().from(report).where(eq(report.id, reportId)).for('update');
  return row ?? null;
}

/** The same for the call centre, as it read it: `changed-meanwhile` when it is another version by now. */
export async function lockAtCallCentre(
  { tx, actor }: CommandContext,
  { reportId, version }: { readonly reportId: ReportId; readonly version: number },
): Promise<Outcome<ReportRecord>> {
  if (actor.function !== 'call_centre') return refuse('not-available');
  const found = await lockReport(tx, reportId);
  if (found === null) return refuse('not-available');
  return found.version === version ? ok(found) : refuse('changed-meanwhile');
}
