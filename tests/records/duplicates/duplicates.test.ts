/** The same family reported twice (D8): found by likeness, merged by a person of the call centre, never by itself. */
import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../server/records/duplicates/candidates.ts';
import { dismissCandidate, mergeReport, separate } from '../../../server/records/duplicates/commands.ts';
import { readReport } from '../../../server/records/reports/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, Day, dayOf } from '../../../shared/dates.ts';
import { MergeId, newId } from '../../../shared/ids.ts';
import { PersonFunction } from '../../../shared/person-function.ts';
import type { MergeTarget } from '../../../shared/records/duplicates.ts';
import { nameLikeness } from '../../../shared/records/likeness.ts';
import type { Report } from '../../../shared/records/reports.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeHousehold, motherDraft } from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';
import { makeReport, triage } from '../../support/reports.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const operator = (await makePerson(world, { function: 'call_centre' })).actor;
const candidates = (report: Report, actor: Actor = operator) =>
  findCandidates(db.orm, actor, report.id, new Date());
const merge = (report: Report, into: MergeTarget, id = newId(MergeId)) =>
  act(world, operator, (context) =>
    mergeReport(context, {
      reportId: report.id,
      id,
      into,
      reason: 'Stessa signora.',
      version: report.version,
    }),
  );
const into = ({ id }: Report): MergeTarget => ({ kind: 'report', reportId: id });
const fresh = ({ id }: Report) => must(readReport(db.orm, id));

describe('names as they sound', () => {
  test.each([
    ['Fatima El Khadiri', 'Fatma Elkhadiri'],
    ['Mohammed Shuaib', 'Mouhamed Chouaib'],
    ['Khadija Qassim', 'Kadidja Kassim'],
    ['Joy Idemudia', 'Joy Idemudya'],
    ['Rosaria Montefalò', 'MONTEFALO Rosaria'],
    ['Youssef Ben Ali', 'Yusuf Benali'],
  ])('D8: %s and %s come near', (a, b) => {
    expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(0.5);
  });

  test.each([
    ['Fatima El Khadiri', 'Nadia Ouazzani'],
    ['Joy Idemudia', 'Blessing Osaro'],
    ['Karina Villamar', 'Rosaria Montefalò'],
  ])('D8: refused: %s and %s stay apart', (a, b) => {
    expect(nameLikeness(a, b)).toBeLessThan(0.5);
  });
});

describe('candidates', () => {
  const birth = Day.parse('2001-03-14');

  test('D8: refused: for every other function', async () => {
    const report = await makeReport(world, operator, { name: 'Joy' });
    for (const function_ of PersonFunction.options.filter((each) => each !== 'call_centre')) {
      const actor: Actor = { ...operator, function: function_ };
      expect(await candidates(report, actor)).toMatchObject({ code: 'not-available' });
    }
  });

  test('D8: found across spellings, in reports and households, with reasons; the search changes nothing', async () => {
    const name = 'Fatima El Khadiri';
    const household = await makeHousehold(world, { members: [{ ...motherDraft, name, birth }] });
    const earlier = await makeReport(world, operator, {
      ...{ name: 'Fatma Elkhadiri', phone: '+39 333 123 4567', dueDate: addDays(today, 118) },
    });
    await makeReport(world, operator, { name: 'Nadia Ouazzani', birth: Day.parse('1990-01-01') });
    const report = await makeReport(world, operator, {
      ...{ name: 'El-Khadiri Fatima', birth, phone: '3331234567', dueDate: addDays(today, 120) },
    });
    const state = () => db.sql`select id, outcome, version from report order by id`;
    const before = await state();
    const found = (await must(candidates(report))).candidates;
    expect(found.map(({ number }) => number).sort()).toEqual([earlier.number, household.code].sort());
    expect(found.find(({ target }) => target.kind === 'report')?.comparison).toMatchObject({
      ...{ phone: 'same', dueDate: 'near', birth: 'unknown' },
    });
    expect(found.find(({ target }) => target.kind === 'household')?.comparison.birth).toBe('same');
    expect([...(await state())]).toEqual([...before]);
    expect([...(await db.sql`select * from report_merge`)]).toEqual([]);
  });

  test('D8: one said to be somebody else isn’t shown again beside this report', async () => {
    const other = await makeReport(world, operator, { name: 'Rosaria Montefalo', phone: '011 555 0417' });
    const report = await makeReport(world, operator, { name: 'Rosaria Montefalò', phone: '0115550417' });
    expect((await must(candidates(report))).candidates).toHaveLength(1);
    const target = into(other);
    await must(act(world, operator, (context) => dismissCandidate(context, { reportId: report.id, target })));
    expect((await must(candidates(report))).candidates).toEqual([]);
    expect((await must(candidates(other))).candidates).toHaveLength(1);
  });
});

describe('merging', () => {
  test('D8: refused: by another function, into itself, into a merged one, twice, and of one a household came of', async () => {
    const [a, b, c] = [
      await makeReport(world, operator),
      await makeReport(world, operator),
      await makeReport(world, operator),
    ];
    const social = (await makePerson(world)).actor;
    const input = {
      reportId: a.id,
      id: newId(MergeId),
      into: into(b),
      reason: 'Stessa signora.',
      version: a.version,
    };
    expect(await act(world, social, (context) => mergeReport(context, input))).toMatchObject({
      code: 'not-available',
    });
    expect(await merge(a, into(a))).toMatchObject({ fields: [{ code: 'unknown' }] });
    await must(merge(a, into(b)));
    expect(await merge(c, into(a))).toMatchObject({ code: 'wrong-state' });
    expect(await merge(b, into(c))).toMatchObject({ code: 'wrong-state' });
    expect(await merge(await fresh(a), into(c))).toMatchObject({ code: 'wrong-state' });
  });

  test('D8: two merges that cross, at once: one winner', async () => {
    const [a, b] = [await makeReport(world, operator), await makeReport(world, operator)];
    const answers = await Promise.all([
      merge(a, into(b)),
      merge(b, into(a)),
      merge(a, into(b)),
      merge(b, into(a)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('D8: a merge is kept with its reason, and undoing it puts the triage back as it stood', async () => {
    const kept = await makeReport(world, operator);
    const waiting = await makeReport(world, operator);
    const report = await must(
      triage(world, operator, waiting, { outcome: 'information', note: 'Tre indirizzi.' }),
    );
    const household = await makeHousehold(world);
    const id = newId(MergeId);
    await must(merge(report, { kind: 'household', householdId: household.id }, id));
    expect(await fresh(report)).toMatchObject({
      ...{ outcome: 'merged', merge: { id, householdId: household.id } },
    });
    const undo = () =>
      act(world, operator, (context) => separate(context, { mergeId: id, reason: 'Due sorelle.' }));
    await must(undo());
    await must(undo());
    const { version: _, ...before } = report;
    expect(await fresh(report)).toMatchObject(before);
    await must(merge(await fresh(report), into(kept)));
    expect((await fresh(report)).merge?.reportId).toBe(kept.id);
  });
});
