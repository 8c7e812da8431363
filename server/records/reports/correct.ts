/** A report that was written down wrongly: corrected with a reason until a household is opened from it (D1). */
import { asc, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { PersonId, ReportId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import {
  canBeCorrected,
  type Report,
  type ReportCorrection,
  type ReportWords,
} from '../../../shared/records/reports.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { lockAtCallCentre } from './locked.ts';
import { presentReports } from './present.ts';
import { refuseHerself, refuseWords } from './receive.ts';
import { report, reportCorrection } from './table.ts';

type Correction = ReportWords & {
  readonly reportId: ReportId;
  readonly reason: string;
  readonly version: number;
};

/**
 * Writes what should have been written. Refused: `wrong-state` once a household was opened, while it is merged, and of
 * what a registered sender wrote itself; a woman who turns out to have reported herself is triaged as such instead.
 */
export async function correctReport(
  context: CommandContext,
  { reportId, sender, channel, receivedAt, content, reason, version }: Correction,
): Promise<Outcome<Report>> {
  const { tx, actor, now } = context;
  const locked = await lockAtCallCentre(context, { reportId, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const [seen] = await presentReports(tx, [before]);
  assert(seen, 'one row gives one report');
  if (before.content === null || !canBeCorrected(seen)) return refuse('wrong-state');
  if (sender.kind === 'woman_herself') return refuseHerself;
  const wrong = await refuseWords(context, { content, receivedAt }, sender.bodyId);
  if (wrong !== null) return wrong;
  const { senderKind, senderName, senderBodyId } = before;
  await tx.insert(reportCorrection).values({
    ...{ reportId, version, reason },
    was: {
      ...{ senderKind, senderName, senderBodyId },
      ...{ channel: before.channel, receivedAt: before.receivedAt, content: before.content },
    },
    correctedBy: actor.personId,
    correctedAt: instantOf(now),
  });
  const rows = await tx
    .update(report)
    .set({
      ...{ senderKind: sender.kind, senderName: sender.name, senderBodyId: sender.bodyId },
      ...{ channel, receivedAt, content, subject: content.subject, urgency: content.urgency },
      version: version + 1,
    })
    .where(eq(report.id, reportId))
    .returning();
  await append(context, null, { kind: 'report.corrected', reportId });
  const [presented] = await presentReports(tx, rows);
  assert(presented, 'a locked report is still there');
  return ok(presented);
}

/** What the report said before, oldest first: for the call centre alone. */
export async function readCorrections(reader: Reader, reportId: ReportId): Promise<ReportCorrection[]> {
  const rows = await reader
    .select()
    .from(reportCorrection)
    .where(eq(reportCorrection.reportId, reportId))
    .orderBy(asc(reportCorrection.version));
  const people = await personBriefs(
    reader,
    rows.map(({ correctedBy }) => correctedBy),
  );
  const bodies = await bodyBriefs(
    reader,
    rows.flatMap(({ was }) => was.senderBodyId ?? []),
  );
  const briefOf = (id: PersonId) => {
    const brief = people.get(id);
    assert(brief, 'somebody corrected it');
    return brief;
  };
  return rows.map(({ was, reason, correctedBy, correctedAt }) => {
    const { senderKind: kind, senderName: name, senderBodyId, channel, receivedAt, content } = was;
    const body = senderBodyId === null ? null : (bodies.get(senderBodyId) ?? null);
    return {
      was: { sender: { kind, name, body }, channel, receivedAt, content },
      ...{ reason, by: briefOf(correctedBy), at: correctedAt },
    };
  });
}

/** A woman who reported herself is forgotten, also as she was written down before. */
export async function forgetCorrections(tx: Tx, reportId: ReportId): Promise<void> {
  await tx.delete(reportCorrection).where(eq(reportCorrection.reportId, reportId));
}
