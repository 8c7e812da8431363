/** Contacts, practices and first orientation at the desks (A1, C1, C2). */
import { expect, test } from 'vitest';
import { bodiesFor } from '../../../server/records/bodies/queries.ts';
import { continueContact, linkContact, logContact } from '../../../server/records/desk-contacts/commands.ts';
import { contactsOfHousehold, listContacts } from '../../../server/records/desk-contacts/queries.ts';
import { finishPractice, logPractice } from '../../../server/records/practices/commands.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { DeskContactId, newId, PracticeId } from '../../../shared/ids.ts';
import { type ContactStepDraft, DeskContactDraft } from '../../../shared/records/desk-contacts.ts';
import { PracticeDraft } from '../../../shared/records/practices.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeHousehold, makeWorker } from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const makeDesk = (name: string) =>
  makeBody(world, { name, sector: 'desk', kind: 'casa_del_quartiere', public: false });
const [aglie, cecchi] = [await makeDesk('Bagni di via Agliè'), await makeDesk('Cecchi Point')];
const [here, there] = [await makeWorker(world, 'desk', aglie.id), await makeWorker(world, 'desk', cecchi.id)];

const visit = (given: Partial<ContactStepDraft> = {}): ContactStepDraft => ({
  stepId: crypto.randomUUID(),
  deskId: aglie.id,
  on: today,
  topic: 'Doccia e vestiti per un bimbo',
  outcome: 'oriented',
  orientedTo: [cecchi.id],
  ...given,
});
const draft = (given: Partial<DeskContactDraft> = {}): DeskContactDraft => ({
  id: newId(DeskContactId),
  language: 'fr',
  subject: 'woman',
  first: visit(),
  ...given,
});
const log = (actor: Actor, given = draft()) => act(world, actor, (context) => logContact(context, given));
const practice = (given: Partial<PracticeDraft> = {}): PracticeDraft => ({
  ...{
    id: newId(PracticeId),
    deskId: aglie.id,
    contactId: null,
    kind: 'isee',
    mode: 'paper',
    topic: 'ISEE per il nido',
  },
  ...{ on: today, outcome: 'pending' },
  ...given,
});

test('A1: refused: a name in a contact, a day ahead, a body that is no desk, and who doesn’t work at one', async () => {
  expect(DeskContactDraft.safeParse({ ...draft(), name: 'Awa Diop' }).success).toBe(false);
  const ahead = draft({ first: visit({ on: addDays(today, 1) }) });
  expect(await log(here, ahead)).toMatchObject({ fields: [{ path: 'first.on', code: 'in-the-future' }] });
  const service = await makeBody(world);
  expect(await log(here, draft({ first: visit({ deskId: service.id }) }))).toMatchObject({
    fields: [{ path: 'first.deskId', code: 'unknown' }],
  });
  expect(await log(await makeWorker(world, 'social'))).toMatchObject({ code: 'not-available' });
});

test('A1: an anonymous contact is found by the code on its slip and continued by another desk, each visit once', async () => {
  const contact = await must(log(here));
  const found = await listContacts(db.orm, { code: contact.code.toLowerCase().replace('-', ' '), limit: 5 });
  expect(found.items.map(({ id }) => id)).toEqual([contact.id]);
  const pages = await listContacts(db.orm, { limit: 1 });
  expect(
    (await listContacts(db.orm, { after: pages.next ?? pages.items[0]?.id, limit: 1 })).items,
  ).not.toEqual(pages.items);
  const step = visit({ deskId: cecchi.id, topic: 'Iscrizione al corso', outcome: 'done', orientedTo: [] });
  const again = () =>
    act(world, there, (context) => continueContact(context, { contactId: contact.id, ...step }));
  await Promise.all([again(), again()]);
  const after = (await listContacts(db.orm, { code: contact.code, limit: 5 })).items[0];
  expect(after?.steps.map(({ desk, topic }) => [desk.name, topic])).toEqual([
    ['Bagni di via Agliè', 'Doccia e vestiti per un bimbo'],
    ['Cecchi Point', 'Iscrizione al corso'],
  ]);
});

test('A1: refused: a link to a household the linker doesn’t stand with, and a second household', async () => {
  const contact = await must(log(here));
  const [one, two] = [await makeHousehold(world), await makeHousehold(world)];
  const link = (actor: Actor, householdId: typeof one.id | null, version = contact.version) =>
    act(world, actor, (context) => linkContact(context, { contactId: contact.id, householdId, version }));
  expect(await link(here, one.id)).toMatchObject({ code: 'not-available' });
  const linked = await must(link(one.tutor, one.id));
  expect(await link(two.tutor, two.id, linked.version)).toMatchObject({ code: 'wrong-state' });
  expect(await link(two.tutor, null, linked.version)).toMatchObject({ code: 'not-available' });
});

test('A1: a contact is linked to a household by who works with it, and the link can be taken away', async () => {
  const contact = await must(log(here));
  const { id: householdId, tutor } = await makeHousehold(world);
  const linked = await must(
    act(world, tutor, (context) =>
      linkContact(context, { contactId: contact.id, householdId, version: contact.version }),
    ),
  );
  expect(linked).toMatchObject({ linked: true });
  expect(JSON.stringify(linked)).not.toContain(householdId);
  expect(await contactsOfHousehold(db.orm, householdId)).toHaveLength(1);
  await must(
    act(world, tutor, (context) =>
      linkContact(context, { contactId: contact.id, householdId: null, version: linked.version }),
    ),
  );
  expect(await contactsOfHousehold(db.orm, householdId)).toEqual([]);
});

test('C1: refused: an identity document, a day ahead, and a practice that ended already', async () => {
  expect(PracticeDraft.safeParse({ ...practice(), identityDocument: 'AX123' }).success).toBe(false);
  const ahead = practice({ on: addDays(today, 1) });
  expect(await act(world, here, (context) => logPractice(context, ahead))).toMatchObject({
    fields: [{ path: 'on' }],
  });
  const { id: practiceId, version } = await must(
    act(world, here, (context) => logPractice(context, practice({ outcome: 'done' }))),
  );
  const finish = { practiceId, outcome: 'done', version } as const;
  expect(await act(world, here, (context) => finishPractice(context, finish))).toMatchObject({
    code: 'wrong-state',
  });
});

test('C1: a practice on paper or online is logged for a contact, and ends at another desk, once', async () => {
  const contact = await must(log(here));
  const made = await must(
    act(world, here, (context) => logPractice(context, practice({ contactId: contact.id, mode: 'online' }))),
  );
  const finish = () =>
    act(world, there, (context) =>
      finishPractice(context, { practiceId: made.id, outcome: 'appointment', version: made.version }),
    );
  const answers = await Promise.all([finish(), finish(), finish()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await listContacts(db.orm, { code: contact.code, limit: 1 })).items[0]?.practices).toEqual([
    made.id,
  ]);
});

test('C2: first orientation finds bodies by what they have, the near ones and those who speak the language first', async () => {
  const far = await makeBody(world, { name: 'Ambulatorio A', resources: ['midwives'], district: 2 });
  const near = await makeBody(world, { name: 'Consultorio B', resources: ['midwives'], district: 6 });
  const speaks = await makeBody(world, {
    ...{ name: 'Consultorio Z', resources: ['midwives'], district: 6, languages: ['it', 'ar'] },
  });
  await makeBody(world, { name: 'Nido', resources: ['nursery'] });
  const wanted = { resources: ['midwives', 'pregnancy_care'], district: 6, language: 'ar' };
  const found = await bodiesFor(db.orm, wanted);
  expect(found.map(({ id }) => id)).toEqual([speaks.id, near.id, far.id]);
});

test('C2: refused: nothing is made up where no body answers the need', async () => {
  expect(await bodiesFor(db.orm, { resources: ['unheard_of'] })).toEqual([]);
});
