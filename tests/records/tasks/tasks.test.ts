/** X4 and X5: a task has one owner, who answers; it says where it came from; what is overdue goes to the regia, once. */
import { expect, test } from 'vitest';
import { since } from '../../../server/activity/log.ts';
import { endMembership } from '../../../server/records/care-team/commands.ts';
import { membershipOf } from '../../../server/records/care-team/queries.ts';
import { assignTask, changeTask, stepTask } from '../../../server/records/tasks/commands.ts';
import { escalateOverdueTasks } from '../../../server/records/tasks/escalation.ts';
import { readHouseholdTasks, readMyTasks, type TaskView } from '../../../server/records/tasks/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { newId, TaskId } from '../../../shared/ids.ts';
import type { Task, TaskStatus } from '../../../shared/records/tasks.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  consentTo,
  giveLead,
  join,
  makeAssociation,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeTask,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());
const household = await makeHousehold(world);
const lead = await makeService(world);
const [mediator, family] = [await makeWorker(world, 'mediator'), await makeFamilyAccount(world, household)];
await giveLead(world, household, lead);
await join(world, household, mediator);

const assign = (by: Actor, draft: ReturnType<typeof taskFor>) =>
  act(world, by, (context) => assignTask(context, { householdId: household.id, ...draft }));
const step = (task: Task, by: Actor, status: TaskStatus, reason?: string) =>
  act(world, by, (context) =>
    stepTask(context, { householdId: household.id, taskId: task.id, status, reason, version: task.version }),
  );
const mine = async (actor: Actor, view: TaskView, now = world.now()) =>
  (await must(readMyTasks(db.orm, actor, { view, open: true }, now))).tasks.map(({ id }) => id);

test('X5: a mediator assigns nothing, and only team and family can own a task', async () => {
  expect(await assign(mediator, taskFor(mediator))).toMatchObject({ code: 'not-yours-to-do' });
  const stranger = await makeWorker(world, 'social');
  expect(await assign(household.tutor, taskFor(stranger))).toMatchObject({
    fields: [{ code: 'not-in-team' }],
  });
  const { worker } = await makeAssociation(world);
  await join(world, household, worker);
  expect(await assign(household.tutor, taskFor(worker))).toEqual({ ok: false, code: 'consent-missing' });
});

test('X5: a due day that is past is refused, and the same id again answers the same task', async () => {
  expect(await assign(household.tutor, taskFor(mediator, { due: addDays(today, -1) }))).toMatchObject({
    fields: [{ path: 'due', code: 'past' }],
  });
  const draft = taskFor(mediator, { due: today });
  expect(await must(assign(household.tutor, draft))).toEqual(await must(assign(household.tutor, draft)));
});

test('X4: a task keeps where it came from', async () => {
  const source = { kind: 'text' as const, document: 'care-plan' as const, quote: 'il contratto scade' };
  expect((await makeTask(world, household, taskFor(mediator, { source }))).source).toEqual(source);
});

test('X5: the owner accepts, works, is stuck with a reason, finishes; nobody else does', async () => {
  const task = await makeTask(world, household, taskFor(mediator));
  expect(await step(task, lead.worker, 'accepted')).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await step(task, mediator, 'done')).toEqual({ ok: false, code: 'wrong-state' });
  const accepted = await must(step(task, mediator, 'accepted'));
  expect(await step(task, mediator, 'accepted')).toEqual({ ok: false, code: 'changed-meanwhile' });
  expect(await step(accepted, mediator, 'blocked')).toMatchObject({ fields: [{ path: 'reason' }] });
  const blocked = await must(step(accepted, mediator, 'blocked', 'L’ufficio è chiuso.'));
  expect([blocked.reason, blocked.steps]).toEqual(['L’ufficio è chiuso.', ['in_progress', 'done']]);
  const done = await must(step(blocked, mediator, 'done'));
  expect([done.status, done.reason]).toEqual(['done', null]);
});

test('X5: declining and cancelling say why; who assigned it, the tutor and the regia may cancel', async () => {
  const task = await makeTask(world, household, taskFor(mediator));
  expect(await step(task, mediator, 'declined')).toMatchObject({ fields: [{ path: 'reason' }] });
  expect((await must(step(task, mediator, 'declined', 'Non è il mio turno.'))).status).toBe('declined');
  const other = await makeTask(world, household, taskFor(mediator));
  expect(await step(other, mediator, 'cancelled', 'Non serve più.')).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
  expect((await must(step(other, lead.worker, 'cancelled', 'Non serve più.'))).status).toBe('cancelled');
});

test('X5: a new owner is asked anew', async () => {
  const task = await makeTask(world, household, taskFor(mediator));
  const accepted = await must(step(task, mediator, 'accepted'));
  const changed = await must(
    act(world, lead.worker, (context) =>
      changeTask(
        context,
        { householdId: household.id, taskId: task.id },
        { ownerId: household.tutor.personId, version: accepted.version },
      ),
    ),
  );
  expect(changed).toMatchObject({ status: 'assigned', owner: { id: household.tutor.personId } });
});

test('the family and a volunteer see their own tasks and no others; only the volunteer has no household page', async () => {
  const { body } = await makeAssociation(world);
  const volunteer = await makeWorker(world, 'volunteer', body.id);
  await join(world, household, volunteer);
  await consentTo(world, household, body);
  const [hers, theirs] = [
    await makeTask(world, household, taskFor(volunteer)),
    await makeTask(world, household, taskFor(family)),
  ];
  expect(await mine(volunteer, 'mine')).toEqual([hers.id]);
  expect(await readHouseholdTasks(db.orm, volunteer, household.id, world.now())).toMatchObject({
    code: 'not-available',
  });
  const seen = await must(readHouseholdTasks(db.orm, family, household.id, world.now()));
  expect(seen.tasks.map(({ id }) => id)).toEqual([theirs.id]);
  expect(await step(hers, family, 'accepted')).toEqual({ ok: false, code: 'not-available' });
  expect((await must(step(theirs, family, 'accepted'))).status).toBe('accepted');
});

test('whoever is taken off the team no longer sees the tasks they had there', async () => {
  const worker = await makeWorker(world, 'social');
  await join(world, household, worker);
  const task = await makeTask(world, household, taskFor(worker));
  const membership = await membershipOf(db.orm, household.id, worker.personId);
  const membershipId = membership ? membership.id : expect.fail('in the team');
  await must(
    act(world, household.tutor, (context) =>
      endMembership(context, { householdId: household.id, membershipId, reason: 'Ha cambiato servizio.' }),
    ),
  );
  expect(await mine(worker, 'mine')).toEqual([]);
  expect(await step(task, worker, 'accepted')).toEqual({ ok: false, code: 'not-available' });
});

test('X5: what is overdue is brought to the regia once, by nobody, and anew when the due day changes', async () => {
  const task = await makeTask(world, household, taskFor(mediator, { due: today }));
  const later = { ...world, now: () => new Date(world.now().getTime() + 2 * 86_400_000) };
  const escalations = async () =>
    (await since(db.orm, 0, 10_000)).filter(
      ({ event }) => event.kind === 'task.escalated' && event.taskId === task.id,
    );
  await escalateOverdueTasks(world);
  expect(await escalations()).toHaveLength(0);
  await Promise.all([escalateOverdueTasks(later), escalateOverdueTasks(later)]);
  await escalateOverdueTasks(later);
  const [first, ...more] = await escalations();
  expect([first?.actorId, more.length]).toEqual([null, 0]);
  expect(await mine(lead.worker, 'escalated', later.now())).toContain(task.id);
  expect(await mine(household.tutor, 'escalated', later.now())).toEqual([]);
  await must(
    act(later, household.tutor, (context) =>
      changeTask(
        context,
        { householdId: household.id, taskId: task.id },
        { due: addDays(today, 3), version: task.version },
      ),
    ),
  );
  expect(await mine(lead.worker, 'escalated', later.now())).not.toContain(task.id);
  const muchLater = { ...world, now: () => new Date(world.now().getTime() + 9 * 86_400_000) };
  await escalateOverdueTasks(muchLater);
  expect(await escalations()).toHaveLength(2);
});

test('a task of another household is not available under this one', async () => {
  const task = await makeTask(world, household, taskFor(mediator));
  const other = await makeHousehold(world, { tutor: household.tutor });
  const elsewhere = (taskId: TaskId) =>
    act(world, household.tutor, (context) =>
      stepTask(context, {
        householdId: other.id,
        taskId,
        status: 'cancelled',
        reason: 'Per sbaglio.',
        version: 1,
      }),
    );
  expect(await elsewhere(task.id)).toEqual(await elsewhere(newId(TaskId)));
});
