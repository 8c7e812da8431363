/** X3: whoever is given two points of frozen minutes reads two points, as long as they may. */
import { expect, test } from 'vitest';
import { withdrawConsent } from '../../../server/records/consents/commands.ts';
import { linkAccount } from '../../../server/records/households/members.ts';
import { readExcerpt } from '../../../server/records/minutes/excerpts.ts';
import { giveMinutes, writeMinutesCopy } from '../../../server/records/minutes/giving.ts';
import { readClosing } from '../../../server/records/minutes/queries.ts';
import { readWaitingMinutes } from '../../../server/records/minutes/waiting.ts';
import type { Actor } from '../../../shared/access.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';
import type { GivenTo } from '../../../shared/records/excerpts.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  consentTo,
  giveLead,
  makeAssociation,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { closingOf, freeze, makeHeld, writeMinutes } from '../../support/minutes.ts';
import { asRule, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const lead = await makeService(world);
await giveLead(world, household, lead);
const mother = await makeFamilyAccount(world, household);
await asRule(world, ({ tx }) => linkAccount(tx, household.motherId, mother.personId));
const school = await makeService(world, 'education');
const association = await makeAssociation(world);
const consentId = await consentTo(world, household, association.body);
const { tutor } = household;

const conference = await makeHeld(world, household, lead.worker, [tutor.personId, household.motherId]);
await writeMinutes(world, conference.minutesId, tutor, (doc) => {
  appendBlock(minutesContent(doc), 'heading', { level: 2 }, ['Varie']);
  appendBlock(minutesContent(doc), 'paragraph', {}, ['Solo per l’équipe.']);
});

const give = async (to: GivenTo, { by = lead.worker, pointIds = ['a2'] } = {}) => {
  const id = crypto.randomUUID();
  const given = await act(world, by, (context) =>
    giveMinutes(context, { ...conference.of, id, to, pointIds }),
  );
  return { id, given };
};
const read = (by: Actor, id: string) => act(world, by, (context) => readExcerpt(context, id));
const nothingThere = { ok: false, code: 'not-available' };

test('X3: nothing is given before the freezing; then by the chair or the regia, of points that are there, to who is there', async () => {
  expect((await give({ kind: 'family' })).given).toEqual({ ok: false, code: 'wrong-state' });
  await must(freeze(world, conference));
  expect((await give({ kind: 'family' }, { by: tutor })).given).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
  expect((await give({ kind: 'family' }, { pointIds: ['a2', 'zz'] })).given).toMatchObject({
    fields: [{ path: 'pointIds.1' }],
  });
  const volunteer = await makeWorker(world, 'volunteer');
  for (const to of [
    { kind: 'person', personId: volunteer.personId },
    { kind: 'body', bodyId: (await makeAssociation(world)).body.id },
  ] as const) {
    expect((await give(to)).given.ok).toBe(false);
  }
  const elsewhere = await makeAssociation(world);
  expect((await give({ kind: 'person', personId: elsewhere.worker.personId })).given).toEqual({
    ok: false,
    code: 'consent-missing',
  });
});

test('X3: who was given one point reads that one, not the others nor the whole; opening it is kept', async () => {
  const colleague = await makeWorker(world, 'education', school.body.id);
  const { id, given } = await give({ kind: 'body', bodyId: school.body.id });
  await must(given);
  const late = await makeWorker(world, 'education', school.body.id);
  for (const by of [late, await makeWorker(world, 'social'), tutor, mother]) {
    expect(await read(by, id)).toEqual(nothingThere);
  }
  expect(await read(colleague, crypto.randomUUID())).toEqual(nothingThere);
  const excerpt = await must(read(colleague, id));
  expect(excerpt.blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', 'Che cosa manca'],
    ['paragraph', 'Manca la casa.'],
  ]);
  expect(JSON.stringify(excerpt)).not.toMatch(/Va bene|Solo per|Come va|Idrissi/);
  expect([excerpt.points, excerpt.pointsInAll, excerpt.copies, excerpt.signing]).toEqual([
    [{ id: 'a2', number: 2, title: 'Che cosa manca' }],
    2,
    [],
    null,
  ]);
  expect(await readClosing(db.orm, colleague, conference.of, new Date())).toEqual(nothingThere);
  await must(read(colleague, id));
  const { distributions } = await closingOf(world, conference, tutor);
  const [team, body] = distributions;
  expect([team?.to, team?.pointIds, team?.recipients.length]).toEqual(['team', null, 2]);
  expect([body?.to, body?.name, body?.recipients.filter(({ openedAt }) => openedAt !== null).length]).toEqual(
    ['body', school.body.name, 1],
  );
  // In another body she no longer reads what was given to that one.
  await db.sql`update person set body_id = ${lead.body.id} where id = ${colleague.personId}`;
  expect(await read({ ...colleague, bodyId: lead.body.id }, id)).toEqual(nothingThere);
});

test('X3: what an association was given ends with the family’s consent', async () => {
  const { id, given } = await give({ kind: 'person', personId: association.worker.personId });
  await must(given);
  await must(read(association.worker, id));
  await must(
    act(world, tutor, (context) => withdrawConsent(context, { householdId: household.id, consentId })),
  );
  expect(await read(association.worker, id)).toEqual(nothingThere);
  expect((await must(readWaitingMinutes(db.orm, association.worker))).given).toEqual([]);
});

test('B13: the family reads its points and the copy in its language, and finds there where to sign', async () => {
  const write = (by: Actor) =>
    act(world, by, (context) =>
      writeMinutesCopy(context, { ...conference.of, language: 'ar', text: 'ينقص البيت.' }),
    );
  expect(await write(mother)).toEqual(nothingThere);
  await must(write(tutor));
  const { id, given } = await give({ kind: 'family' });
  await must(given);
  const excerpt = await must(read(mother, id));
  expect([excerpt.copies, excerpt.signing]).toEqual([
    [{ language: 'ar', text: 'ينقص البيت.' }],
    { attendee: household.motherId, answer: null, at: null },
  ]);
  const waiting = await must(readWaitingMinutes(db.orm, mother));
  expect([
    waiting.toSign.map(({ distributionId }) => distributionId),
    waiting.given.map((one) => one.opened),
  ]).toEqual([[id], [true]]);
});
