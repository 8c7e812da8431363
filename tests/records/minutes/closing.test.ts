/** X3: minutes are read through, and the chair freezes them over what was seen, with who was there. */
import { expect, test } from 'vitest';
import { freezeMinutes } from '../../../server/records/conferences/freezing.ts';
import { readConference } from '../../../server/records/conferences/queries.ts';
import {
  answerRemark,
  remarkOnMinutes,
  sayFine,
  startReading,
} from '../../../server/records/minutes/reading.ts';
import { assignTask } from '../../../server/records/tasks/commands.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  giveLead,
  join,
  makeHousehold,
  makeService,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { closingOf, freeze, makeHeld, mark, say, writeMinutes } from '../../support/minutes.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const lead = await makeService(world);
const [mediator, health] = [await makeWorker(world, 'mediator'), await makeWorker(world, 'health')];
await giveLead(world, household, lead);
await join(world, household, mediator);
await join(world, household, health);
const { tutor } = household;
const chair = lead.worker;
const present = [tutor.personId, chair.personId];
const soon = addDays(dayOf(new Date()), 3);

const held = (keys: readonly string[] = present, given = {}) =>
  makeHeld(world, household, chair, keys, given);
const fine = (of: Awaited<ReturnType<typeof held>>['of'], by: typeof tutor, hash: string) =>
  act(world, by, (context) => sayFine(context, { ...of, hash, memberId: null }));

test('X3: only the chair asks to read, until a day that is to come, and nobody reads what nobody asked for', async () => {
  const conference = await held();
  const ask = (by: typeof tutor, until = soon) =>
    act(world, by, (context) => startReading(context, { ...conference.of, until }));
  const { hash } = await closingOf(world, conference, tutor);
  expect(await fine(conference.of, tutor, hash)).toEqual({ ok: false, code: 'wrong-state' });
  expect(await ask(tutor)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await ask(chair, addDays(dayOf(new Date()), -1))).toMatchObject({ fields: [{ path: 'until' }] });
  await must(ask(chair));
  expect(await fine(conference.of, health, hash)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await fine(conference.of, tutor, 'a'.repeat(64))).toEqual({ ok: false, code: 'changed-meanwhile' });
  expect((await must(readConference(db.orm, tutor, conference.of))).closing).toEqual({
    readUntil: soon,
    signatures: null,
  });
});

test('X3: “fine” is said of words: when they change, whoever said it sees what changed; undone, it holds again', async () => {
  const conference = await held();
  await must(act(world, chair, (context) => startReading(context, { ...conference.of, until: soon })));
  const state = async () => {
    const closing = await closingOf(world, conference, chair);
    return closing.readers.map((each) => [each.name, each.state]);
  };
  const { hash } = await closingOf(world, conference, chair);
  await must(fine(conference.of, chair, hash));
  expect((await state()).map(([, is]) => is).sort()).toEqual(['fine', 'waiting']);
  // Who was there is not what was said.
  await writeMinutes(world, conference.minutesId, tutor, (doc) => mark(doc, health.personId, 'present'));
  expect((await state()).map(([, is]) => is).sort()).toEqual(['fine', 'waiting', 'waiting']);
  await writeMinutes(world, conference.minutesId, tutor, (doc) => say(doc, 3, 'Manca il lavoro.'));
  const changed = await closingOf(world, conference, chair);
  expect(changed.readers.filter((each) => each.state === 'changed')).toHaveLength(1);
  expect(changed.changes).toEqual([{ pointId: 'a2', before: 'Manca la casa.', after: 'Manca il lavoro.' }]);
  expect((await closingOf(world, conference, tutor)).changes).toBeNull();
  await writeMinutes(world, conference.minutesId, tutor, (doc) => say(doc, 3, 'Manca la casa.'));
  expect((await state()).map(([, is]) => is).sort()).toEqual(['fine', 'waiting', 'waiting']);
});

test('X3: a member of the family hears it from whoever is with them, who is named; nobody else may say so', async () => {
  const conference = await held([...present, household.motherId]);
  await must(act(world, chair, (context) => startReading(context, { ...conference.of, until: soon })));
  const { hash } = await closingOf(world, conference, tutor);
  const heard = (by: typeof tutor) =>
    act(world, by, (context) => sayFine(context, { ...conference.of, hash, memberId: household.motherId }));
  expect(await heard(health)).toEqual({ ok: false, code: 'not-yours-to-do' });
  await must(heard(mediator));
  const mother = (await closingOf(world, conference, tutor)).readers.find(({ kind }) => kind === 'member');
  expect([mother?.name, mother?.state, typeof mother?.readBy]).toEqual(['Samira Idrissi', 'fine', 'string']);
});

test('X3: a remark is answered once, by who took the minutes or chaired', async () => {
  const conference = await held();
  await must(act(world, chair, (context) => startReading(context, { ...conference.of, until: soon })));
  const id = crypto.randomUUID();
  const remark = (pointId: string | null) =>
    act(world, health, (context) =>
      remarkOnMinutes(context, { ...conference.of, id, pointId, text: 'Non si era detto il giorno.' }),
    );
  expect(await remark('nessuno')).toMatchObject({ fields: [{ path: 'pointId' }] });
  await must(remark('a2'));
  await must(remark('a2'));
  const answer = (by: typeof tutor, remarkId = id) =>
    act(world, by, (context) =>
      answerRemark(context, { ...conference.of, remarkId, text: 'Aggiunto: lunedì.' }),
    );
  expect(await answer(health)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await answer(tutor, crypto.randomUUID())).toEqual({ ok: false, code: 'not-available' });
  expect((await closingOf(world, conference, chair)).open).toMatchObject([{ kind: 'remark', id }]);
  const both = await Promise.all([answer(tutor), answer(chair)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'changed-meanwhile' });
  expect((await closingOf(world, conference, chair)).open).toEqual([]);
});

test('X3: nobody but the chair freezes; over something open only as it was seen; with nothing open, at once', async () => {
  const conference = await held();
  const frozenWith = (openKey: string, by = chair) =>
    act(world, by, (context) => freezeMinutes(context, { ...conference.of, openKey, withoutQuorum: null }));
  expect(await frozenWith('', tutor)).toEqual({ ok: false, code: 'not-yours-to-do' });
  const decisionId = crypto.randomUUID();
  await writeMinutes(world, conference.minutesId, tutor, (doc) => {
    appendBlock(minutesContent(doc), 'decision', { decisionId }, ['Si chiede un alloggio']);
    mark(doc, health.personId, 'proposed');
    say(doc, 1, '');
  });
  const { open, openKey } = await closingOf(world, conference, chair);
  expect(open.map(({ kind }) => kind)).toEqual(['decision', 'attendance', 'point']);
  expect(await frozenWith('')).toEqual({ ok: false, code: 'changed-meanwhile' });
  const task = taskFor(health, {
    source: { kind: 'decision', conferenceId: conference.of.conferenceId, decisionId },
  });
  await must(act(world, tutor, (context) => assignTask(context, { householdId: household.id, ...task })));
  expect(await frozenWith(openKey)).toEqual({ ok: false, code: 'changed-meanwhile' });
  await writeMinutes(world, conference.minutesId, tutor, (doc) => {
    mark(doc, health.personId, 'absent');
    say(doc, 1, 'Va bene.');
  });
  await must(frozenWith(''));
  const frozen = await closingOf(world, conference, tutor);
  expect(frozen.attendees.map(({ kind, signature }) => [kind, signature])).toEqual([
    ['person', null],
    ['person', null],
  ]);
  expect(frozen.tasks.map(({ id }) => id)).toEqual([task.id]);
  const told = await db.sql<{ about: string }[]>`
    select event ->> 'ownerId' as about from activity
    where kind = 'minutes.task-confirmed' and event ->> 'conferenceId' = ${conference.of.conferenceId}`;
  expect(told.map(({ about }) => about)).toEqual([health.personId]);
});

test('X3: below the quorum only with a reason, which the minutes keep; proposals and guests don’t count', async () => {
  const conference = await held([...present, 'Una vicina'], { quorum: 3 });
  await writeMinutes(world, conference.minutesId, tutor, (doc) => mark(doc, health.personId, 'proposed'));
  expect(await closingOf(world, conference, tutor)).toMatchObject({ present: 2, quorum: 3 });
  expect(await freeze(world, conference)).toMatchObject({
    code: 'invalid',
    fields: [{ path: 'withoutQuorum', code: 'below-quorum' }],
  });
  await must(freeze(world, conference, { withoutQuorum: 'Sciopero dei mezzi.' }));
  const frozen = await closingOf(world, conference, tutor);
  expect(frozen.withoutQuorum).toBe('Sciopero dei mezzi.');
  expect(frozen.attendees.map(({ kind, asked }) => [kind, asked]).sort()).toEqual([
    ['guest', false],
    ['person', true],
    ['person', true],
  ]);
});

test('X3: two freezings at once have one winner, and afterwards nobody reads or remarks', async () => {
  const conference = await held();
  await must(act(world, chair, (context) => startReading(context, { ...conference.of, until: soon })));
  const { hash } = await closingOf(world, conference, chair);
  const both = await Promise.all([freeze(world, conference), freeze(world, conference)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'wrong-state' });
  expect(await fine(conference.of, tutor, hash)).toEqual({ ok: false, code: 'wrong-state' });
});
