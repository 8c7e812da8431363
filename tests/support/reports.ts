/** Builders of reports and what stands around them. */

import type { World } from '../../server/command.ts';
import { readReport } from '../../server/records/reports/queries.ts';
import { receiveReport } from '../../server/records/reports/receive.ts';
import { triageReport } from '../../server/records/reports/triage.ts';
import type { Actor } from '../../shared/access.ts';
import { addDays, dayOf, instantOf } from '../../shared/dates.ts';
import { newId, ReportId } from '../../shared/ids.ts';
import { ReportContent } from '../../shared/records/report-content.ts';
import type { Report, ReportDraft, Triage } from '../../shared/records/reports.ts';
import { act } from './households.ts';
import { must } from './people.ts';

/** A pregnant woman without a home, at twenty weeks, unless told otherwise. */
export const contentOf = (given: Partial<ReportContent> = {}): ReportContent =>
  ReportContent.parse({
    subject: 'pregnant',
    text: 'Dorme da una conoscente fino a fine mese.',
    urgency: 'ordinary',
    dueDate: addDays(dayOf(new Date()), 140),
    ...given,
  });

export const draftOf = (
  given: Partial<ReportDraft> = {},
  content: Partial<ReportContent> = {},
): ReportDraft => ({
  id: newId(ReportId),
  sender: { kind: 'hospital', name: 'Servizio sociale interno', bodyId: null },
  channel: 'phone',
  receivedAt: instantOf(new Date()),
  content: contentOf(content),
  ...given,
});

/** A report that waits, taken by this person of the call centre. */
export async function makeReport(
  world: World,
  by: Actor,
  content: Partial<ReportContent> = {},
): Promise<Report> {
  const { id } = await must(act(world, by, (context) => receiveReport(context, draftOf({}, content))));
  return must(readReport(world.db.orm, id));
}

export const triage = (world: World, by: Actor, { id, version }: Report, given: Partial<Triage> = {}) =>
  act(world, by, (context) =>
    triageReport(context, {
      ...{ reportId: id, version, outcome: 'home_support', note: '', bodyId: null, grounds: null },
      ...given,
    }),
  );
