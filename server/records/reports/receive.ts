/** Taking a report: by phone or at a desk from whoever answers, or from a registered sender by its key (D1). */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, ReportId, SenderId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { ReportSender } from '../../../shared/records/report-content.ts';
import {
  type InboundReport,
  type ReceivedReport,
  type ReportDraft,
  refusedDate,
} from '../../../shared/records/reports.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { receiptPath } from './present.ts';
import { type ReportRecord, redirection, report } from './table.ts';

/** Takes a report from whoever calls. The same id again, from the same person, answers the same report. */
export async function receiveReport(
  context: CommandContext,
  draft: ReportDraft,
): Promise<Outcome<ReceivedReport>> {
  const { actor } = context;
  if (actor.function !== 'call_centre' && actor.function !== 'desk') return refuse('not-available');
  return keep(context, draft, draft.sender, { recordedBy: actor.personId, senderId: null });
}

/** Takes a report from a registered sender, received now. */
export function receiveInbound(
  occasion: Occasion,
  { id, name, channel, content }: InboundReport,
  sender: ReportSender & { readonly id: SenderId },
): Promise<Outcome<ReceivedReport>> {
  const from = { ...sender, name: `${sender.name}, ${name}` };
  const draft = { id, channel, content, receivedAt: instantOf(occasion.now) };
  return keep(occasion, draft, from, { recordedBy: null, senderId: sender.id });
}

type Draft = Pick<ReportRecord, 'id' | 'channel' | 'receivedAt'> & Pick<ReportDraft, 'content'>;
type Origin = Pick<ReportRecord, 'recordedBy' | 'senderId'>;

async function keep(
  occasion: Occasion,
  draft: Draft,
  sender: ReportSender,
  origin: Origin,
): Promise<Outcome<ReceivedReport>> {
  const { tx, now } = occasion;
  const { kind, name, bodyId } = sender;
  if (kind === 'woman_herself') return refuseHerself;
  const earlier = await receivedBefore(tx, draft.id, origin);
  if (earlier !== null) return earlier;
  const wrong = await refuseWords(occasion, draft, bodyId);
  if (wrong !== null) return wrong;
  const { id, channel, receivedAt, content } = draft;
  const [made] = await tx
    .insert(report)
    .values({
      id,
      receiptToken: randomBytes(18).toString('base64url'),
      senderKind: kind,
      senderName: name,
      senderBodyId: bodyId,
      channel,
      receivedAt,
      recordedAt: instantOf(now),
      subject: content.subject,
      urgency: content.urgency,
      content,
      ...origin,
    })
    .onConflictDoNothing({ target: report.id })
    .returning();
  if (made === undefined) return (await receivedBefore(tx, id, origin)) ?? refuse('not-available');
  await append(occasion, null, { kind: 'report.received', reportId: id, senderId: origin.senderId });
  return ok(toReceived(made));
}

/** What can't be true of a report, or a body that isn't there. */
export async function refuseWords(
  { tx, now }: Pick<Occasion, 'tx' | 'now'>,
  { content, receivedAt }: Pick<Draft, 'content' | 'receivedAt'>,
  bodyId: BodyId | null,
) {
  const wrong = refusedDate(content, receivedAt, now);
  if (wrong !== null) return refuseField(`content.${wrong.path}`, wrong.code, wrong.message);
  return bodyId !== null && (await openBody(tx, bodyId)) === null
    ? refuseField('sender.bodyId', 'unknown', 'No open body has this id.')
    : null;
}

/** A retry of the same sender; somebody else's id is nobody's business. */
async function receivedBefore(
  tx: Tx,
  id: ReportId,
  { recordedBy, senderId }: Origin,
): Promise<Outcome<ReceivedReport> | null> {
  const [row] = await tx.select().from(report).where(eq(report.id, id));
  if (row === undefined) return null;
  const same = row.recordedBy === recordedBy && row.senderId === senderId;
  return same ? ok(toReceived(row)) : refuse('not-available');
}

const toReceived = (row: ReportRecord): ReceivedReport => ({
  id: row.id,
  number: row.number,
  receipt: receiptPath(row.receiptToken),
});

/** D2: the call centre takes no report from the woman herself. */
export const refuseHerself = refuseField(
  'sender.kind',
  'woman-herself',
  'She isn’t reported and not enrolled: she is pointed to the nearest desk, or to 1522 (free, day and night).',
);

/** Counts that a woman was pointed elsewhere: an id against counting a retry twice, and the month. */
export async function countRedirection(
  { tx, now }: Pick<Occasion, 'tx' | 'now'>,
  id: ReportId,
): Promise<Outcome<Record<string, never>>> {
  const month = Day.parse(`${dayOf(now).slice(0, 7)}-01`);
  await tx.insert(redirection).values({ id, month }).onConflictDoNothing();
  return ok({});
}
