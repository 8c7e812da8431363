/** Call statistics (D12): counted from the reports, nothing that points at somebody. */
import { expect, test } from 'vitest';
import { readCallStatistics } from '../../../server/records/call-statistics/queries.ts';
import { receiveReport } from '../../../server/records/reports/receive.ts';
import { instantOf } from '../../../shared/dates.ts';
import { suppressed } from '../../../shared/records/call-statistics.ts';
import { freshDatabase } from '../../support/database.ts';
import { act } from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';
import { draftOf } from '../../support/reports.ts';

const db = await freshDatabase();
const world = worldOn(db);

test('D12: refused: a cell of one to four is not told, nor the one it could be worked out from', () => {
  expect(suppressed({ a: 0, b: 4, c: 9, d: 7 })).toEqual({ a: 0, b: null, c: 9, d: null });
  expect(suppressed({ a: 3, b: 2, c: 9 })).toEqual({ a: null, b: null, c: 9 });
  expect(suppressed({ a: 5, b: 0 })).toEqual({ a: 5, b: 0 });
});

test('D12: a month counts its own reports, by sender, outcome, urgency and earliness', async () => {
  const operator = (await makePerson(world, { function: 'call_centre' })).actor;
  const now = new Date('2026-11-22T12:00:00Z');
  const at = async (moment: string, kind: 'hospital' | 'parish') => {
    const receivedAt = instantOf(new Date(moment));
    const draft = draftOf(
      { receivedAt, sender: { kind, name: 'Chi segnala', bodyId: null } },
      { dueDate: null },
    );
    await must(act({ ...world, now: () => now }, operator, (context) => receiveReport(context, draft)));
  };
  // 23:30 UTC of 31 October is already November in Rome.
  for (let n = 0; n < 6; n++) await at('2026-10-31T23:30:00Z', 'hospital');
  for (let n = 0; n < 5; n++) await at('2026-11-20T08:00:00Z', 'parish');
  await at('2026-10-31T22:30:00Z', 'parish');
  const { months, total } = await readCallStatistics(db.orm, {}, now);
  expect(months).toHaveLength(12);
  expect(months[0]).toMatchObject({
    ...{ month: '2026-11', received: 11, redirected: 0, medianWeek: null },
    bySender: { hospital: 6, parish: 5, police: 0 },
    byOutcome: { waiting: 11 },
    byEarliness: { unknown: 11 },
  });
  expect(months[1]).toMatchObject({ month: '2026-10', received: null });
  expect(total.received).toBe(12);
});
