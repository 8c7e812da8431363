/** Reports: what is refused, what triage records, and that a household is opened from one once (D1, D2, D11, B12). */
import { describe, expect, test } from 'vitest';
import { contactsOfHousehold } from '../../../server/records/desk-contacts/queries.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import { correctReport } from '../../../server/records/reports/correct.ts';
import {
  listReports,
  readEarliness,
  readReceipt,
  readReport,
} from '../../../server/records/reports/queries.ts';
import { receiveInbound, receiveReport } from '../../../server/records/reports/receive.ts';
import { takeIn } from '../../../server/records/reports/triage.ts';
import { addSender } from '../../../server/records/senders/commands.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import { HouseholdId, newId, ReportId, SenderId } from '../../../shared/ids.ts';
import { membersFromReport, type Report } from '../../../shared/records/reports.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeService, makeWorker } from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';
import { contentOf, draftOf, makeReport, triage } from '../../support/reports.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const operator = (await makePerson(world, { function: 'call_centre' })).actor;
const tutor = await makeWorker(world, 'tutor');

const householdOf = ({ content }: Report) => ({
  id: newId(HouseholdId),
  name: 'Idemudia',
  district: 6,
  area: null,
  languages: ['en' as const],
  members: membersFromReport(content ?? expect.fail('the report has words')),
  tutorId: tutor.personId,
  tutorReason: 'Vive nel suo quartiere.',
});
const take = (actor: Actor, report: Report, version = report.version) =>
  act(world, actor, (context) =>
    takeIn(context, { reportId: report.id, version, household: householdOf(report) }),
  );

describe('taking a report', () => {
  test.each([
    ['D1: refused: a due date that is past', { dueDate: addDays(today, -1) }, 'past'],
    ['D1: refused: a due date more than 280 days ahead', { dueDate: addDays(today, 281) }, 'too-far'],
    ['D1: refused: a birth in the future', { birth: addDays(today, 1) }, 'in-the-future'],
    [
      'D1: refused: a child born in the future',
      { children: [{ name: null, birth: addDays(today, 1), sex: null }] },
      'in-the-future',
    ],
  ])('%s', async (_, content, code) => {
    const refused = await act(world, operator, (context) => receiveReport(context, draftOf({}, content)));
    expect(refused).toMatchObject({ ok: false, code: 'invalid', fields: [{ code }] });
  });

  test('D1: refused: one received in the future, and from whoever neither answers the phone nor a desk', async () => {
    const ahead = draftOf({ receivedAt: instantOf(new Date(Date.now() + 3_600_000)) });
    expect(await act(world, operator, (context) => receiveReport(context, ahead))).toMatchObject({
      code: 'invalid',
    });
    expect(await act(world, tutor, (context) => receiveReport(context, draftOf()))).toMatchObject({
      code: 'not-available',
    });
  });

  test('D2: refused: a woman who reports herself, and nothing about her is stored', async () => {
    const herself = draftOf({ sender: { kind: 'woman_herself', name: 'Lei stessa', bodyId: null } });
    expect(await act(world, operator, (context) => receiveReport(context, herself))).toMatchObject({
      fields: [{ path: 'sender.kind', code: 'woman-herself' }],
    });
    expect(await readReport(db.orm, herself.id)).toMatchObject({ code: 'not-available' });
  });

  test('D1: the same report sent twice at once is one, and somebody else’s id is nobody’s business', async () => {
    const draft = draftOf();
    const answers = await Promise.all(
      [1, 2, 3].map(() => act(world, operator, (context) => receiveReport(context, draft))),
    );
    const numbers = answers.map((answer) => (answer.ok ? answer.value.number : answer.code));
    expect(new Set(numbers).size).toBe(1);
    const other = await makeWorker(world, 'desk');
    expect(await act(world, other, (context) => receiveReport(context, draft))).toMatchObject({
      code: 'not-available',
    });
  });

  test('D1: what waits is listed by urgency, then age; pages go on where they stopped', async () => {
    const now = Date.now();
    const at = (hours: number) => instantOf(new Date(now - hours * 3_600_000));
    await db.sql`truncate report cascade`;
    for (const [urgency, hours] of [
      ...([
        ['ordinary', 90],
        ['now', 1],
        ['now', 5],
        ['within_72h', 80],
      ] as const),
    ]) {
      const draft = draftOf({ receivedAt: at(hours) }, { urgency, dueDate: null });
      await must(act(world, operator, (context) => receiveReport(context, draft)));
    }
    const first = await listReports(db.orm, { state: 'waiting', limit: 3 });
    expect(first.items.map(({ urgency }) => urgency)).toEqual(['now', 'now', 'within_72h']);
    expect(first.items[0]?.receivedAt).toBe(at(5));
    const second = await listReports(db.orm, { state: 'waiting', after: first.next ?? '', limit: 3 });
    expect(second.items[0]?.urgency).toBe('ordinary');
    expect(second).toMatchObject({ next: null, waiting: 4 });
  });
});

describe('triage', () => {
  test('D2: refused: from anybody but the call centre, an old version, and outcomes that lack what they need', async () => {
    const report = await makeReport(world, operator);
    expect(await triage(world, tutor, report)).toMatchObject({ code: 'not-available' });
    expect(await triage(world, operator, { ...report, version: 9 })).toMatchObject({
      code: 'changed-meanwhile',
    });
    for (const [outcome, path] of [
      ['placement_search', 'grounds'],
      ['forwarded', 'bodyId'],
      ['not_competent', 'note'],
    ] as const) {
      expect(await triage(world, operator, report, { outcome })).toMatchObject({ fields: [{ path }] });
    }
  });

  test('D2: each outcome is recorded, and can be changed until a household is opened', async () => {
    const { body } = await makeService(world);
    let report = await makeReport(world, operator);
    for (const given of [
      { outcome: 'information' },
      { outcome: 'consultancy' },
      { outcome: 'home_support' },
      { outcome: 'placement_search', grounds: 'emergency' },
      { outcome: 'not_competent', note: 'Vive altrove.' },
      { outcome: 'forwarded', bodyId: body.id },
    ] as const) {
      report = await must(triage(world, operator, report, given));
      expect(report.outcome).toBe(given.outcome);
    }
    expect(report.triage).toMatchObject({ body: { id: body.id }, grounds: null });
  });

  test('D2: a report that turns out to be from the woman herself is redirected: what it said is forgotten, for good', async () => {
    const report = await makeReport(world, operator, { name: 'Joy Idemudia', phone: '333 1234567' });
    const redirected = await must(triage(world, operator, report, { outcome: 'redirected' }));
    expect(redirected).toMatchObject({ content: null, senderName: '', subject: 'other' });
    const [row] = await db.sql`select * from report where id = ${report.id}`;
    expect(JSON.stringify(row)).not.toMatch(/Joy|1234567|conoscente/);
    expect(await triage(world, operator, redirected)).toMatchObject({ code: 'wrong-state' });
  });
});

describe('opening a household from a report', () => {
  test('D2: refused: before triage, after an outcome that leads to none, and by a body it wasn’t forwarded to', async () => {
    const report = await makeReport(world, operator, { name: 'Joy' });
    expect(await take(operator, report)).toMatchObject({ code: 'wrong-state' });
    const informed = await must(triage(world, operator, report, { outcome: 'information' }));
    expect(await take(operator, informed)).toMatchObject({ code: 'wrong-state' });
    const [mine, other] = [await makeService(world), await makeService(world)];
    const sent = await must(
      triage(world, operator, informed, { outcome: 'forwarded', bodyId: mine.body.id }),
    );
    expect(await take(other.worker, sent)).toMatchObject({ code: 'not-available' });
    expect((await readReport(db.orm, report.id)).ok && (await take(mine.worker, sent)).ok).toBe(true);
  });

  test('D2: two who take it in at once: one winner, one household', async () => {
    const waiting = await makeReport(world, operator, { name: 'Joy' });
    const report = await must(triage(world, operator, waiting));
    const second = (await makePerson(world, { function: 'call_centre' })).actor;
    const answers = await Promise.all(
      [operator, second, operator, second].map((actor) => take(actor, report)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(
      Array(3).fill('wrong-state'),
    );
    const [rows] =
      await db.sql`select count(*)::int as n from household where opened_by in (${operator.personId}, ${second.personId})`;
    expect(rows?.n).toBe(1);
  });

  test('B12: a household opened from a report keeps the week or the age it was reported at', async () => {
    const pregnant = await must(triage(world, operator, await makeReport(world, operator, { name: 'Joy' })));
    const born = await must(
      triage(
        world,
        operator,
        await makeReport(world, operator, {
          ...{ name: 'Karina', subject: 'mother_with_children', dueDate: null },
          children: [{ name: 'Dayana', birth: addDays(today, -41), sex: 'f' }],
        }),
      ),
    );
    const [first, second] = [await must(take(operator, pregnant)), await must(take(operator, born))];
    const early = new Map((await readEarliness(db.orm)).map((each) => [each.householdId, each]));
    expect(early.get(first.id)).toMatchObject({
      earliness: { kind: 'pregnancy', week: 20 },
      fromHealth: true,
    });
    expect(early.get(second.id)).toMatchObject({ earliness: { kind: 'birth', days: 41 } });
    const page = await must(readHousehold(db.orm, tutor, second.id));
    expect(page.members.map(({ name }) => name)).toEqual(['Karina', 'Dayana']);
    expect(await readHousehold(db.orm, operator, second.id)).toMatchObject({ code: 'not-available' });
    expect(await contactsOfHousehold(db.orm, second.id)).toEqual([]);
  });
});

test('D11: refused: a receipt by any other token', async () => {
  expect(await readReceipt(db.orm, 'x'.repeat(24))).toMatchObject({ code: 'link-ended' });
});

test('D11: the receipt tells number, moment and state, and nothing of the case', async () => {
  const report = await makeReport(world, operator, { name: 'Joy Idemudia' });
  const token = report.receipt.split('/').at(-1) ?? '';
  const { number, receivedAt } = report;
  expect(await must(readReceipt(db.orm, token))).toEqual({ number, receivedAt, state: 'received' });
  await must(triage(world, operator, report));
  expect(await must(readReceipt(db.orm, token))).toEqual({ number, receivedAt, state: 'examined' });
});

test('D1: what is said beside the necessary has its defaults, and no report holds an unknown key', () => {
  expect(contentOf()).toMatchObject({ documents: 'unknown', violence: 'not_done', children: [] });
  expect(() => contentOf({ address: 'via segreta' } as object)).toThrow();
});

describe('correcting what was written down wrongly', () => {
  const reason = 'Data capita male al telefono.';
  const correct = (by: Actor, { id: reportId, version }: Report, given: Parameters<typeof draftOf> = []) => {
    const { id: _, ...words } = draftOf(...given);
    return act(world, by, (context) => correctReport(context, { ...words, reportId, version, reason }));
  };

  test('D1: refused: from anybody but the call centre, an old version, dates that can’t be, a woman who reports herself', async () => {
    const report = await makeReport(world, operator);
    expect(await correct(tutor, report)).toMatchObject({ code: 'not-available' });
    expect(await correct(operator, { ...report, version: 9 })).toMatchObject({ code: 'changed-meanwhile' });
    expect(await correct(operator, report, [{}, { dueDate: addDays(today, 281) }])).toMatchObject({
      fields: [{ path: 'content.dueDate', code: 'too-far' }],
    });
    const herself = { sender: { kind: 'woman_herself' as const, name: 'Lei stessa', bodyId: null } };
    expect(await correct(operator, report, [herself])).toMatchObject({
      fields: [{ path: 'sender.kind', code: 'woman-herself' }],
    });
    expect(await must(readReport(db.orm, report.id))).toEqual({ ...report, corrections: [] });
  });

  test('D1: refused: once a household is opened, and what a registered sender wrote itself', async () => {
    const opened = await must(triage(world, operator, await makeReport(world, operator)));
    await must(take(operator, opened));
    const after = await must(readReport(db.orm, opened.id));
    expect(await correct(operator, after)).toMatchObject({ code: 'wrong-state' });
    const sender = {
      id: newId(SenderId),
      name: 'Ospedale San Basilio',
      kind: 'hospital',
      bodyId: null,
    } as const;
    await must(act(world, operator, (context) => addSender(context, sender)));
    const inbound = {
      id: newId(ReportId),
      name: 'Carla Venturoli',
      channel: 'form',
      aboutMyself: false,
      content: contentOf(),
    } as const;
    await must(act(world, operator, (context) => receiveInbound(context, inbound, sender)));
    const theirs = await must(readReport(db.orm, inbound.id));
    expect(await correct(operator, theirs)).toMatchObject({ code: 'wrong-state' });
  });

  test('D1: the words are corrected once of two at the same moment; what they were stays, with who and why', async () => {
    const report = await makeReport(world, operator, { name: 'Fatima Zara', urgency: 'ordinary' });
    const given = [{}, { name: 'Fatima Zahra', urgency: 'now' }] as Parameters<typeof draftOf>;
    const both = await Promise.all([correct(operator, report, given), correct(operator, report, given)]);
    expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.code)).sort()).toEqual([
      'changed-meanwhile',
      'done',
    ]);
    const after = await must(readReport(db.orm, report.id));
    expect(after).toMatchObject({ number: report.number, urgency: 'now', content: { name: 'Fatima Zahra' } });
    expect(after.corrections).toMatchObject([
      {
        was: { content: report.content, sender: { name: report.senderName } },
        reason,
        by: { id: operator.personId },
      },
    ]);
    expect(
      await db.sql`select actor_id from activity where kind = 'report.corrected' and event->>'reportId' = ${report.id}`,
    ).toMatchObject([{ actor_id: operator.personId }]);
  });

  test('D2: a woman who turns out to have reported herself is forgotten, also as she was written down before', async () => {
    const report = await makeReport(world, operator, { name: 'Amal Idrissi' });
    const corrected = await must(correct(operator, report, [{}, { name: 'Amal Idrissi Alaoui' }]));
    await must(triage(world, operator, corrected, { outcome: 'redirected' }));
    expect((await must(readReport(db.orm, report.id))).corrections).toEqual([]);
    expect(await db.sql`select * from report_correction where report_id = ${report.id}`).toEqual([]);
  });
});
