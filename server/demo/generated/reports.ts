/** Generated reports to the call centre: those a household was opened from, and those that came to nothing yet. */
import { instantOf } from '../../../shared/dates.ts';
import { type BodyId, ReportId } from '../../../shared/ids.ts';
import { ReportContent } from '../../../shared/records/report-content.ts';
import type { Random } from './random.ts';
import type { Row, Rows } from './rows.ts';
import type { Worker } from './workers.ts';

const untaken = { household_id: null, taken_in_by: null, taken_in_at: null };

type Outcome =
  | 'information'
  | 'consultancy'
  | 'home_support'
  | 'placement_search'
  | 'forwarded'
  | 'not_competent';

/** One report; `outcome` null: it still waits. Only a forwarded one names the body it went to. */
export function addTriagedReport(
  rows: Rows,
  random: Random,
  given: {
    readonly id: ReportId;
    readonly received: Date;
    readonly callCentre: Worker;
    readonly outcome: Outcome | null;
    readonly bodyId: BodyId;
    readonly dueDate: string | null;
    readonly taken: Row;
  },
): void {
  const { id, received, callCentre, outcome, bodyId, dueDate, taken } = given;
  const subject = dueDate === null ? 'mother_with_children' : 'pregnant';
  const urgency = random.pick(['within_72h', 'ordinary', 'ordinary']);
  const triaged = outcome === null ? null : callCentre.id;
  rows.add('report', {
    id,
    // Nobody was told of it: these links open nothing.
    receipt_token: random.id(ReportId, received),
    number: `S-${id.slice(-12)}`,
    sender_kind: random.pick(['hospital', 'family_clinic', 'social_service', 'association', 'school']),
    sender_name: 'Operatrice del servizio',
    channel: random.pick(['phone', 'form', 'email']),
    received_at: instantOf(received),
    recorded_at: instantOf(received),
    recorded_by: callCentre.id,
    subject,
    urgency,
    content: ReportContent.parse({ subject, urgency, text: 'Chiede un aiuto per la casa.', dueDate }),
    outcome,
    triage_note: '',
    triage_grounds: outcome === 'placement_search' ? 'home_support_tried' : null,
    triage_body_id: outcome === 'forwarded' ? bodyId : null,
    triaged_by: triaged,
    triaged_at: triaged && instantOf(received),
    version: 1,
    ...taken,
  });
}

/** One that opened no household, at each outcome in turn. */
export function addLooseReport(
  rows: Rows,
  random: Random,
  { index, now, callCentre, bodyId }: { index: number; now: Date; callCentre: Worker; bodyId: BodyId },
): void {
  const outcomes = [null, 'information', 'consultancy', 'not_competent', 'forwarded'] as const;
  const outcome = outcomes[index % outcomes.length] ?? null;
  const hours = outcome === null ? random.between(1, 60) : random.between(60, 9000);
  const received = new Date(now.getTime() - hours * 3_600_000);
  const id = random.id(ReportId, received);
  addTriagedReport(rows, random, {
    id,
    received,
    callCentre,
    outcome,
    bodyId,
    dueDate: null,
    taken: untaken,
  });
}
