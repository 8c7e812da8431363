/** C3: how much each tutor and service carries, as counts; names only to the tutor whose families they are. */
import { expect, test } from 'vitest';
import { readCaseload } from '../../../server/records/caseload/queries.ts';
import { addDays } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { weightOf } from '../../../shared/records/caseload.ts';
import { makeInCare, moveTo, screen, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  giveLead,
  makeHousehold,
  makeService,
  makeTask,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const tutor = await makeWorker(world, 'tutor');
const colleague = await makeWorker(world, 'tutor');
const service = await makeService(world, 'health');
const urgent = await makeInCare(world, { tutor, name: 'Benhaddou' });
await makeHousehold(world, { tutor, name: 'Nascosta' });
const closed = await makeInCare(world, { tutor, name: 'Chiusa' });
await must(screen(world, urgent, 'now'));
await giveLead(world, urgent, service);
await makeTask(world, urgent, taskFor(tutor));
await makeTask(world, urgent, taskFor(service.worker, { due: addDays(today, 3) }));
await must(moveTo(world, closed, 'closed', 'goals_met'));

const caseload = (actor = tutor, now = world.now()) => readCaseload(db.orm, actor, now);
const loadOf = async (personId: PersonId) =>
  (await must(caseload())).tutors.find(({ person }) => person.id === personId)?.load;

test.each(['volunteer', 'partner', 'auditor'] as const)('C3: refused: the loads to %s', async (function_) => {
  expect(await caseload(await makeWorker(world, function_))).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
});

test('C3: refused: names of families to the coordination, a service and another tutor', async () => {
  for (const actor of [await makeWorker(world, 'coordinator'), service.worker, colleague]) {
    const answer = await must(caseload(actor));
    expect(answer.mine).toEqual([]);
    expect(JSON.stringify(answer)).not.toMatch(/Benhaddou|Nascosta|TRM-/);
  }
});

test('C3: a tutor’s load counts the households that aren’t closed, by weight, and the tutor’s own tasks', async () => {
  expect(await loadOf(tutor.personId)).toEqual({
    households: 2,
    weight: 6,
    urgent: 1,
    underOne: 1,
    openTasks: 1,
    overdueTasks: 0,
  });
  expect(await loadOf(colleague.personId)).toMatchObject({ households: 0, weight: 0 });
  const { mine } = await must(caseload());
  expect(mine.map(({ name, weight, urgent: pressing }) => [name, weight, pressing])).toEqual([
    ['Benhaddou', 5, true],
    ['Nascosta', 1, false],
  ]);
});

test('C3: a service’s load counts the regias it holds and its people’s tasks, overdue ones apart', async () => {
  const later = new Date(world.now().getTime() + 5 * 86_400_000);
  const { services } = await must(caseload(tutor, later));
  expect(services.find(({ body }) => body.id === service.body.id)?.load).toMatchObject({
    households: 1,
    urgent: 1,
    openTasks: 1,
    overdueTasks: 1,
  });
});

test('C3: urgency, an infant and being in care weigh; what is closed weighs nothing', () => {
  const weights = [
    weightOf({ status: 'screening', urgency: null, underOne: false }),
    weightOf({ status: 'suspended', urgency: 'ordinary', underOne: true }),
    weightOf({ status: 'enrolled', urgency: '72h', underOne: true }),
    weightOf({ status: 'closed', urgency: 'now', underOne: true }),
  ];
  expect(weights).toEqual([1, 2, 4, 0]);
});
