/** C8: the screening codes the needs; the assessment looks at the child’s world from three sides, then and now. */
import { expect, test } from 'vitest';
import { recordAssessment } from '../../../server/records/assessments/commands.ts';
import { readAssessments, screeningsAsOf } from '../../../server/records/assessments/queries.ts';
import { addDays } from '../../../shared/dates.ts';
import { AssessmentId, newId, ProgrammeId } from '../../../shared/ids.ts';
import { AssessmentDraft, beforeAndNow, sideMean } from '../../../shared/records/assessments.ts';
import { screen, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, join, makeHousehold, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);

const rated = (item: 'growing' | 'house' | 'warmth', rating: number) => ({ item, rating, note: '' });
const draft = (items: ReturnType<typeof rated>[], on = today): AssessmentDraft => ({
  id: newId(AssessmentId),
  on,
  content: { kind: 'assessment', items, summary: '' },
});
const record = (given: AssessmentDraft, by = household.tutor) =>
  act(world, by, (context) => recordAssessment(context, { householdId: household.id, ...given }));

test('C8: refused: an item rated twice, a need twice, a programme that isn’t there, a day to come', async () => {
  expect(await record(draft([rated('house', 2), rated('house', 3)]))).toMatchObject({
    fields: [{ path: 'content.items', code: 'twice' }],
  });
  expect(await record(draft([rated('house', 2)], addDays(today, 1)))).toMatchObject({
    fields: [{ path: 'on', code: 'future' }],
  });
  const screening = { kind: 'screening', urgency: 'now', note: '' } as const;
  const enrol = (programmeId: ProgrammeId | null) => ({ kind: 'enrol', programmeId }) as const;
  const twice = { ...screening, needs: ['economic' as const, 'economic' as const], proposal: enrol(null) };
  expect(await record({ ...draft([]), content: twice })).toMatchObject({
    fields: [{ path: 'content.needs', code: 'twice' }],
  });
  const nowhere = { ...screening, needs: [], proposal: enrol(newId(ProgrammeId)) };
  expect(await record({ ...draft([]), content: nowhere })).toMatchObject({ fields: [{ code: 'unknown' }] });
});

test.each([0, 6, 2.5])('C8: refused: an item rated %d', (rating) => {
  expect(AssessmentDraft.safeParse(draft([rated('house', rating)])).success).toBe(false);
});

test('C8: refused: an assessment by the mediator, who reads it, and by a volunteer, who doesn’t', async () => {
  const [mediator, volunteer] = [await makeWorker(world, 'mediator'), await makeWorker(world, 'volunteer')];
  await join(world, household, mediator);
  await join(world, household, volunteer);
  expect(await record(draft([rated('house', 2)]), mediator)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await readAssessments(db.orm, mediator, household.id)).toMatchObject({ ok: true });
  expect(await readAssessments(db.orm, volunteer, household.id)).toMatchObject({ code: 'not-available' });
});

test('C8: the last screening’s needs and urgency are what others ask; an assessment beside it changes nothing', async () => {
  const family = await makeHousehold(world);
  await must(screen(world, family, 'ordinary'));
  await must(screen(world, family, '72h'));
  expect((await screeningsAsOf(db.orm, [family.id], today)).get(family.id)).toEqual({
    needs: ['economic'],
    urgency: '72h',
  });
  expect((await screeningsAsOf(db.orm, [family.id], addDays(today, -1))).size).toBe(0);
});

test('C8: an assessment is written once under its id, and two of them are compared item by item', async () => {
  const [earlier, later] = [
    draft([rated('house', 1), rated('growing', 3)], addDays(today, -90)),
    draft([rated('growing', 4), rated('warmth', 5)]),
  ];
  const first = await must(record(earlier));
  expect(await must(record(earlier))).toEqual(first);
  await must(record(later));
  const { assessments } = await must(readAssessments(db.orm, household.tutor, household.id));
  const [now, then] = assessments.flatMap(({ content }) => (content.kind === 'assessment' ? [content] : []));
  if (!now || !then) expect.fail('both are read');
  expect(beforeAndNow(then, now)).toEqual([
    { item: 'growing', before: 3, now: 4 },
    { item: 'warmth', before: null, now: 5 },
    { item: 'house', before: 1, now: null },
  ]);
  expect([sideMean(then, 'environment'), sideMean(now, 'environment')]).toEqual([1, null]);
});
