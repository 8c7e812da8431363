/** C11: the register of trainings: who came by name among workers, everybody else as a number. */
import { expect, test } from 'vitest';
import { addTraining, recordTrainingAttendance } from '../../../server/records/trainings/commands.ts';
import { readTrainings } from '../../../server/records/trainings/queries.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import { newId, type PersonId, TrainingId } from '../../../shared/ids.ts';
import type { Training, TrainingDraft } from '../../../shared/records/trainings.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeFamilyAccount, makeHousehold, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const coordinator = await makeWorker(world, 'coordinator');
const tutor = await makeWorker(world, 'tutor');
const on = (hours: number) => instantOf(new Date(Date.now() + hours * 3_600_000));

const add = (given: Partial<TrainingDraft> = {}, by = coordinator) =>
  act(world, by, (context) =>
    addTraining(context, {
      id: newId(TrainingId),
      title: 'Regia e tutor',
      startsAt: on(-48),
      hours: 3.5,
      trainer: 'Servizio sociale',
      bodyId: null,
      materials: [{ title: 'Dispensa', link: null }],
      ...given,
    }),
  );
const came = ({ id }: Training, personIds: PersonId[], version = 1) =>
  act(world, coordinator, (context) =>
    recordTrainingAttendance(context, { trainingId: id, personIds, others: 4, version }),
  );

test('C11: refused: nobody came to what has not begun, and a family never attends', async () => {
  expect(await add({}, tutor)).toMatchObject({ code: 'not-yours-to-do' });
  const ahead = await must(add({ startsAt: on(48) }));
  expect(await came(ahead, [tutor.personId])).toMatchObject({ fields: [{ code: 'in-future' }] });
  const family = await makeFamilyAccount(world, await makeHousehold(world));
  const training = await must(add());
  expect(await came(training, [tutor.personId, family.personId])).toMatchObject({
    fields: [{ path: 'personIds', code: 'unknown' }],
  });
});

test('C11: who came is said once more to correct it, by whoever saw what stood', async () => {
  const training = await must(add());
  await must(came(training, [tutor.personId, coordinator.personId]));
  expect(await came(training, [])).toMatchObject({ code: 'changed-meanwhile' });
  await must(came(training, [tutor.personId, tutor.personId], 2));
  const read = (await readTrainings(db.orm)).find(({ id }) => id === training.id);
  expect(read).toMatchObject({ hours: 3.5, others: 4, attended: [{ id: tutor.personId }] });
  const day: Day = dayOf(new Date(read?.startsAt ?? 0));
  expect(day <= dayOf(new Date())).toBe(true);
});
