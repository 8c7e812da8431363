/** A5: a mediator is asked for by language and aim, offered or taken, and told done; her yes brings her into the case. */
import { expect, test } from 'vitest';
import { readContacts } from '../../../server/records/contacts/queries.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import {
  acceptMediation,
  assignMediation,
  declineMediation,
  finishMediation,
} from '../../../server/records/mediation/assignment.ts';
import { cancelMediation, requestMediation } from '../../../server/records/mediation/commands.ts';
import { readMediation, readMediationOf } from '../../../server/records/mediation/queries.ts';
import { changeAvailability, roster } from '../../../server/records/mediation/roster.ts';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import { DocumentId, MediationId, newId } from '../../../shared/ids.ts';
import type { Mediation, MediationDraft } from '../../../shared/records/mediation.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, join, makeFamilyAccount, makeHousehold, makeWorker } from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());
const household = await makeHousehold(world, { name: 'Famiglia Nominata' });
const speaking = async (...languages: ('ar' | 'fr' | 'bn')[]) =>
  (await makePerson(world, { function: 'mediator', languages })).actor;
const [hanane, samah, sharmin] = [await speaking('ar', 'fr'), await speaking('ar'), await speaking('bn')];
const coordinator = await makeWorker(world, 'coordinator');

const request = (given: Partial<MediationDraft> = {}, by: Actor = household.tutor) =>
  act(world, by, (context) =>
    requestMediation(context, {
      householdId: household.id,
      id: newId(MediationId),
      language: 'ar',
      aim: 'trust',
      mode: 'in_person',
      at: null,
      place: 'Sala di via Agliè',
      note: 'Spiegare che cosa può decidere il giudice.',
      ...given,
    }),
  );
const assign = ({ id, version }: Mediation, to: Actor, by: Actor = coordinator) =>
  act(world, by, (context) => assignMediation(context, { mediationId: id, personId: to.personId, version }));
const accept = ({ id }: Mediation, by: Actor) => act(world, by, (context) => acceptMediation(context, id));
const decline = ({ id, version }: Mediation, by: Actor) =>
  act(world, by, (context) =>
    declineMediation(context, { mediationId: id, reason: 'Sono in ferie.', version }),
  );
const finish = ({ id, version }: Mediation, by: Actor) =>
  act(world, by, (context) =>
    finishMediation(context, {
      mediationId: id,
      minutes: 50,
      reached: true,
      cameOf: 'Ha capito e verrà.',
      version,
    }),
  );
const seenBy = async (actor: Actor) => (await must(readMediation(db.orm, actor, world.now()))).requests;
const seesCase = async (actor: Actor) => (await readMediationOf(db.orm, actor, household.id)).ok;

test('A5: refused: a request by who doesn’t write the plan, or for a moment that is past', async () => {
  expect(await request({}, await makeWorker(world, 'social'))).toMatchObject({ code: 'not-available' });
  const past = instantOf(new Date(Date.now() - 60_000));
  expect(await request({ at: past })).toMatchObject({ fields: [{ path: 'at', code: 'past' }] });
});

test('A5: refused: a mediator of another language, one who is away, and an assignment by a mediator', async () => {
  const asked = await must(request());
  expect(await assign(asked, sharmin)).toMatchObject({ fields: [{ code: 'other-language' }] });
  expect(await accept(asked, sharmin)).toEqual({ ok: false, code: 'not-available' });
  expect(await assign(asked, samah, hanane)).toEqual({ ok: false, code: 'not-yours-to-do' });
  const away = await speaking('ar');
  const absence = { personId: away.personId, days: '', districts: [], note: '', version: 0 };
  const said = await must(
    act(world, away, (context) =>
      changeAvailability(context, { ...absence, pausedUntil: addDays(today, 7) }),
    ),
  );
  expect(said).toMatchObject({ paused: true, version: 1 });
  expect(await assign(asked, away)).toMatchObject({ fields: [{ code: 'paused' }] });
  expect(
    await act(world, samah, (context) => changeAvailability(context, { ...absence, pausedUntil: null })),
  ).toEqual({ ok: false, code: 'not-yours-to-do' });
});

test('A5: refused: the case, to coordination and to whoever hasn’t said yes: a code, a language, an aim', async () => {
  const asked = await must(request());
  const offered = await must(assign(asked, samah));
  for (const actor of [coordinator, samah]) {
    const shown = (await seenBy(actor)).find(({ id }) => id === asked.id);
    expect(shown).toMatchObject({ householdCode: household.code, details: null });
    expect(JSON.stringify(shown)).not.toMatch(/Nominata|giudice|Agliè/);
    expect(await seesCase(actor)).toBe(false);
  }
  expect((await seenBy(sharmin)).map(({ id }) => id)).not.toContain(asked.id);
  const told = await db.sql`
    select household_id from activity where kind = 'roster.request-moved' and event ->> 'mediationId' = ${offered.id}`;
  expect(told.map(({ household_id }) => household_id)).toEqual([null, null]);
});

test('A5: refused: a second mediator at the same moment: one has it, one finds the place taken', async () => {
  const asked = await must(request());
  const answers = await Promise.all([accept(asked, hanane), accept(asked, samah)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'place-taken' });
});

test('A5: requested, offered, given back, taken and done; she joins by the rule, and nothing ends by itself', async () => {
  const mediator = await speaking('fr');
  const other = await speaking('fr');
  const asked = await must(request({ language: 'fr' }));
  expect(await must(request({ id: asked.id, language: 'fr' }))).toEqual(asked);
  const offered = await must(assign(asked, other));
  expect(await accept(asked, mediator)).toEqual({ ok: false, code: 'place-taken' });
  await must(decline(offered, other));
  expect((await seenBy(other)).map(({ id }) => id)).not.toContain(asked.id);
  expect(await seesCase(mediator)).toBe(false);
  const taken = await must(accept(asked, mediator));
  expect(taken).toMatchObject({
    status: 'accepted',
    declines: 1,
    details: { declined: [{ reason: 'Sono in ferie.' }] },
  });
  const page = await must(readHousehold(db.orm, mediator, household.id));
  expect(page.careTeam.find(({ person }) => person.id === mediator.personId)).toMatchObject({
    role: 'mediator',
    reason: 'Spiegare che cosa può decidere il giudice.',
    to: null,
  });
  const entry = (await roster(db.orm, today)).find(({ person }) => person.id === mediator.personId);
  expect(entry).toMatchObject({ load: 1, languages: ['fr'] });
  expect(await finish(taken, other)).toEqual({ ok: false, code: 'not-available' });
  const done = await must(finish(taken, mediator));
  expect(done).toMatchObject({ status: 'done', details: { minutes: 50, cameOf: 'Ha capito e verrà.' } });
  expect(await seesCase(mediator)).toBe(true);
  const { contacts } = await must(readContacts(db.orm, household.tutor, household.id));
  expect(contacts[0]).toMatchObject({
    on: today,
    channel: 'visit',
    reached: true,
    by: { id: mediator.personId },
  });
});

test('A5: refused: a step on what is over; a request taken back says why', async () => {
  const asked = await must(request());
  const cancelled = await must(
    act(world, household.tutor, (context) =>
      cancelMediation(context, {
        householdId: household.id,
        mediationId: asked.id,
        reason: 'La sorella traduce.',
        version: asked.version,
      }),
    ),
  );
  expect(cancelled).toMatchObject({ status: 'cancelled', details: { cancelReason: 'La sorella traduce.' } });
  expect(await accept(cancelled, samah)).toEqual({ ok: false, code: 'wrong-state' });
  expect(await assign(cancelled, samah)).toEqual({ ok: false, code: 'wrong-state' });
});

const passageOf = async (kind: string, householdId = household.id) => {
  const [row] = await db.sql<{ id: DocumentId }[]>`
    select id from document where household_id = ${householdId} and kind = ${kind}`;
  assert(row, 'a household has its documents');
  return { documentId: row.id, thread: crypto.randomUUID() as string };
};

test('A6: refused: a request from a passage by who may only annotate, and about another family’s plan, reserved notes or nothing', async () => {
  const passage = await passageOf('care-plan');
  const mediator = await speaking('fr');
  await join(world, household, mediator);
  expect(await request({ passage }, mediator)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await request({ passage }, await makeFamilyAccount(world, household))).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
  const other = await makeHousehold(world);
  const unknown = [
    await passageOf('care-plan', other.id),
    await passageOf('social-notes'),
    await passageOf('annotations'),
    { documentId: newId(DocumentId), thread: null },
  ];
  for (const passage of unknown)
    expect(await request({ passage })).toMatchObject({ fields: [{ path: 'passage', code: 'unknown' }] });
});

test('A6: a request from a passage leads whoever takes it to its words, nobody before, and what is written is no contact', async () => {
  const passage = await passageOf('care-plan');
  const asked = await must(request({ passage, language: 'bn', mode: 'written' }));
  expect(asked.details?.passage).toEqual({ ...passage, conferenceId: null });
  const before = (await seenBy(sharmin)).find(({ id }) => id === asked.id);
  expect(JSON.stringify(before)).not.toContain(passage.documentId);
  expect(before).toMatchObject({ mode: 'written', details: null });
  const taken = await must(accept(asked, sharmin));
  expect(taken.details?.passage).toEqual({ ...passage, conferenceId: null });
  const contacts = async () => (await must(readContacts(db.orm, household.tutor, household.id))).contacts;
  const known = await contacts();
  expect(await must(finish(taken, sharmin))).toMatchObject({ status: 'done' });
  expect(await contacts()).toEqual(known);
});
