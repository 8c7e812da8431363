/** A11: a programme has a funder, a period and a budget that are possible; those who coordinate write it, workers read it. */
import { expect, test } from 'vitest';
import { addProgramme, changeProgramme } from '../../../server/records/programmes/commands.ts';
import { readProgrammes } from '../../../server/records/programmes/queries.ts';
import { addDays } from '../../../shared/dates.ts';
import { ProgrammeDraft } from '../../../shared/records/programmes.ts';
import { makeProgramme, programmeDraft, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const coordinator = await makeWorker(world, 'coordinator');
const add = (draft: ProgrammeDraft, by = coordinator) =>
  act(world, by, (context) => addProgramme(context, draft));

test('A11: refused: a period that ends before it starts, spending beyond the budget, a line twice', async () => {
  expect(await add(programmeDraft({ endsOn: addDays(today, -301) }))).toMatchObject({
    fields: [{ path: 'endsOn', code: 'before-start' }],
  });
  expect(await add(programmeDraft({ budgetCents: 2_099_999 }))).toMatchObject({
    fields: [{ path: 'spending', code: 'over-budget' }],
  });
  const line = { line: 'grants', cents: 1 };
  expect(await add(programmeDraft({ spending: [line, line] }))).toMatchObject({
    fields: [{ path: 'spending', code: 'twice' }],
  });
  expect(await readProgrammes(db.orm)).toEqual([]);
});

test.each([-1, 0.5, 1e12, Number.NaN])('A11: refused: %d cents, as budget, cap or spending', (cents) => {
  const wrong = [
    { budgetCents: cents },
    { grantCapCents: cents },
    { spending: [{ line: 'grants', cents }] },
  ].map((given) => ProgrammeDraft.safeParse({ ...programmeDraft(), ...given }).success);
  expect(wrong).toEqual([false, false, false]);
});

test.each(['tutor', 'social', 'auditor'] as const)(
  'A11: refused: a programme written by %s',
  async (function_) => {
    expect(await add(programmeDraft(), await makeWorker(world, function_))).toEqual({
      ok: false,
      code: 'not-yours-to-do',
    });
  },
);

test('A11: refused: a change by a page that shows an earlier version; of two at once one wins', async () => {
  const made = await makeProgramme(world);
  const { id, version, ...draft } = made;
  const change = (name: string) =>
    act(world, coordinator, (context) => changeProgramme(context, id, { ...draft, name, version }));
  const outcomes = await Promise.all([change('Uno'), change('Due')]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'changed-meanwhile')).toHaveLength(1);
});

test('A11: a programme is added once under its id, changed whole, and read by its start', async () => {
  const draft = programmeDraft({ startsOn: addDays(today, -10), name: 'L’ultimo' });
  const [first, second] = [await must(add(draft)), await must(add(draft))];
  expect(first).toEqual({ ...draft, version: 1 });
  expect(second).toEqual(first);
  const { id, version, ...rest } = first;
  const changed = await must(
    act(world, coordinator, (context) =>
      changeProgramme(context, id, { ...rest, version, budgetCents: 12_000_000 }),
    ),
  );
  expect([changed.budgetCents, changed.version]).toEqual([12_000_000, 2]);
  expect((await readProgrammes(db.orm))[0]).toEqual(changed);
});
