/** C4–C6 and B13: a pact is written together, frozen when proposed, answered by each party, and in force when all signed. */
import { expect, test } from 'vitest';
import { documentFacts } from '../../../server/records/households/documents.ts';
import { changePact } from '../../../server/records/pacts/commands.ts';
import {
  askExtension,
  decideExtension,
  endPact,
  markCommitment,
  recordReview,
} from '../../../server/records/pacts/course.ts';
import { readPacts } from '../../../server/records/pacts/queries.ts';
import { answerPact, proposePact, reopenPact } from '../../../server/records/pacts/signing.ts';
import { remarkOnPact, writeCopy } from '../../../server/records/pacts/words.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, addMonths, Day } from '../../../shared/dates.ts';
import { newId, SignatureId } from '../../../shared/ids.ts';
import type { Pact, PactAnswer, PactParty } from '../../../shared/records/pacts.ts';
import { enrolIn, makeProgramme, moveTo, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  join,
  makeFamilyAccount,
  makeGoal,
  makeHousehold,
  makeWorker,
} from '../../support/households.ts';
import { draft, type Family, makeFamily, pactDraft, proposed } from '../../support/pacts.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

const of = ({ householdId, id }: Pact) => ({ householdId, pactId: id });
const answer = (pact: Pact, by: Actor, party: PactParty, given: Partial<PactAnswer> = {}) =>
  act(world, by, (context) =>
    answerPact(context, {
      ...of(pact),
      id: newId(SignatureId),
      party,
      answer: 'signed',
      hash: pact.hash ?? '',
      language: 'ar',
      words: null,
      dissent: false,
      device: null,
      ...given,
    }),
  );
async function signAll(pact: Pact, { household, lead, mother }: Family): Promise<Pact> {
  await must(answer(pact, mother, 'beneficiary'));
  await must(answer(pact, household.tutor, 'case_manager', { language: 'it' }));
  return must(answer(pact, lead, 'lead', { language: 'it' }));
}

test('C4: refused: a mediator or the family begins a pact', async () => {
  const family = await makeFamily(world);
  const mediator = await makeWorker(world, 'mediator');
  await join(world, family.household, mediator);
  expect(await draft(world, family, {}, mediator)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await draft(world, family, {}, family.mother)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await draft(world, family, {}, await makeWorker(world, 'tutor'))).toMatchObject({
    code: 'not-available',
  });
});

test('C4: refused: a pact of a programme the family isn’t in on the day it begins', async () => {
  const family = await makeFamily(world);
  await must(moveTo(world, family.household, 'enrolled'));
  const { id: elsewhere } = await makeProgramme(world);
  const refused = { fields: [{ path: 'programmeId', code: 'not-enrolled' }] };
  expect(await draft(world, family, { programmeId: elsewhere })).toMatchObject(refused);
  const { id: programmeId } = await enrolIn(world, family.household);
  const start = addDays(today, -1);
  const yesterday = { start, end: addMonths(start, 7) };
  expect(await draft(world, family, { programmeId, ...yesterday })).toMatchObject(refused);
  const made = await must(draft(world, family, { programmeId }));
  expect(made.programmeId).toBe(programmeId);
  const moved = act(world, family.household.tutor, (context) =>
    changePact(context, of(made), { ...yesterday, version: made.version }),
  );
  expect(await moved).toMatchObject(refused);
});

test('C4: refused: somebody else’s goal, a case manager outside the team, proposing without commitments or regia', async () => {
  const family = await makeFamily(world);
  const other = await makeGoal(world, await makeHousehold(world));
  expect(await draft(world, family, { goalIds: [other.id] })).toMatchObject({
    fields: [{ path: 'goalIds.0' }],
  });
  const stranger = await makeWorker(world, 'tutor');
  expect(await draft(world, family, { caseManagerId: stranger.personId })).toMatchObject({
    fields: [{ code: 'not-in-team' }],
  });
  const household = await makeHousehold(world);
  const pending = { ...family, household, goal: await makeGoal(world, household) };
  const propose = (pact: Pact) =>
    act(world, household.tutor, (context) => proposePact(context, { ...of(pact), version: pact.version }));
  expect(await propose(await must(draft(world, pending)))).toMatchObject({
    fields: [{ code: 'regia-pending' }],
  });
});

test('C5: refused: five months or nine, and told between which days it may end', async () => {
  const family = await makeFamily(world);
  const start = Day.parse('2026-08-31');
  expect(await draft(world, family, { start, end: addDays(addMonths(start, 6), -1) })).toMatchObject({
    fields: [{ code: 'pact-too-short', message: expect.stringContaining('2027-02-28 and 2027-04-30') }],
  });
  expect(await draft(world, family, { start, end: Day.parse('2027-05-01') })).toMatchObject({
    fields: [{ code: 'pact-too-long' }],
  });
  expect(await draft(world, family, { start, end: Day.parse('2027-02-28') })).toMatchObject({ ok: true });
});

test('C4: refused: a commitment that falls due before the pact begins or after it ends, whichever of them is moved', async () => {
  const family = await makeFamily(world);
  const { start, end, commitments } = pactDraft(family);
  const due = (day: Day) => commitments.map((each, index) => (index === 1 ? { ...each, due: day } : each));
  for (const [day, code] of [
    [addDays(start, -1), 'before-start'],
    [addDays(end, 1), 'after-end'],
  ] as const) {
    expect(await draft(world, family, { commitments: due(day) })).toMatchObject({
      fields: [{ path: 'commitments.1.due', code }],
    });
  }
  const pact = await must(draft(world, family, { commitments: due(end) }));
  expect(pact.commitments.map((each) => each.due)).toEqual([null, end]);
  const change = (given: Omit<Parameters<typeof changePact>[2], 'version'>) =>
    act(world, family.household.tutor, (context) =>
      changePact(context, of(pact), { ...given, version: pact.version }),
    );
  const shorter = { end: addDays(end, -1) };
  expect(await change(shorter)).toMatchObject({ fields: [{ path: 'commitments.1.due', code: 'after-end' }] });
  const moved = await must(change({ ...shorter, commitments: due(shorter.end) }));
  expect(moved.commitments[1]).toMatchObject({ due: shorter.end });
});

test('C4: refused: a second pact of one programme; of many begun at once one wins, with one text', async () => {
  const family = await makeFamily(world);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => draft(world, family)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((each) => !each.ok && each.code === 'already-exists')).toHaveLength(7);
  const texts = await db.sql`
    select id from document where household_id = ${family.household.id} and kind = 'inclusion-pact'`;
  expect(texts).toHaveLength(1);
});

test('C4: the same request sent twice at once is one pact', async () => {
  const family = await makeFamily(world);
  const given = pactDraft(family);
  const [one, two] = await Promise.all([draft(world, family, given), draft(world, family, given)]);
  expect((await must(one)).id).toBe((await must(two)).id);
});

test('C4: refused: writing in a text that was proposed, or changing its terms', async () => {
  const family = await makeFamily(world);
  const pact = await must(draft(world, family));
  const documentId = pact.text?.documentId ?? expect.fail('a draft has a text');
  expect(await documentFacts(db.orm, documentId)).toMatchObject({ frozen: false });
  const { tutor } = family.household;
  const both = await Promise.all(
    [1, 2].map(() =>
      act(world, tutor, (context) => proposePact(context, { ...of(pact), version: pact.version })),
    ),
  );
  expect(both.map((each) => (each.ok ? 'proposed' : each.code)).sort()).toEqual([
    'changed-meanwhile',
    'proposed',
  ]);
  expect(await documentFacts(db.orm, documentId)).toMatchObject({ frozen: true });
  const { pacts } = await must(readPacts(db.orm, tutor, family.household.id));
  expect(pacts).toMatchObject([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/), text: { access: 'read' } }]);
  const version = pacts[0]?.version ?? 0;
  expect(
    await act(world, tutor, (context) => changePact(context, of(pact), { version, language: 'fr' })),
  ).toMatchObject({
    code: 'wrong-state',
  });
});

test('C4: refused: signing for somebody else’s account, another party, or another text', async () => {
  const family = await makeFamily(world);
  const pact = await proposed(world, family);
  const { household, lead, mother } = family;
  const cousin = await makeFamilyAccount(world, household);
  for (const [by, party] of [
    [cousin, 'beneficiary'],
    [household.tutor, 'beneficiary'],
    [mother, 'case_manager'],
    [lead, 'case_manager'],
    [household.tutor, 'lead'],
  ] as const) {
    expect(await answer(pact, by, party)).toMatchObject({ code: 'not-yours-to-do' });
  }
  expect(await answer(pact, household.tutor, 'beneficiary', { device: { mediatorId: null } })).toMatchObject({
    code: 'not-yours-to-do',
  });
  expect(await answer(pact, mother, 'beneficiary', { hash: 'a'.repeat(64) })).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('C4: in force when all have signed, each in their language; a party signing twice is one signature', async () => {
  const family = await makeFamily(world);
  const pact = await proposed(world, family);
  const twice = await Promise.all([1, 2, 3].map(() => answer(pact, family.mother, 'beneficiary')));
  expect(twice.every(({ ok }) => ok)).toBe(true);
  const signed = await signAll(pact, family);
  expect(signed).toMatchObject({ status: 'signed', earlierSignatures: [] });
  expect(signed.parties.map(({ signature }) => signature)).toMatchObject([
    { language: 'ar', hash: pact.hash, deviceOf: null },
    { language: 'it', hash: pact.hash },
    { language: 'it', hash: pact.hash },
  ]);
});

test('C4: without an account she signs on the worker’s device, with the mediator who read it to her named', async () => {
  const family = await makeFamily(world);
  await db.sql`update member set person_id = null where id = ${family.household.motherId}`;
  const pact = await proposed(world, family);
  const { tutor } = family.household;
  const mediator = await makeWorker(world, 'mediator');
  const sign = (mediatorId: Actor['personId'] | null) =>
    answer(pact, tutor, 'beneficiary', { device: { mediatorId } });
  expect(await sign(null)).toMatchObject({ fields: [{ path: 'device.mediatorId' }] });
  expect(await sign(tutor.personId)).toMatchObject({ fields: [{ path: 'device.mediatorId' }] });
  const { parties } = await must(sign(mediator.personId));
  expect(parties[0]?.signature).toMatchObject({
    name: 'Samira Idrissi',
    language: 'ar',
    mediator: 'Anna Ferraro',
  });
});

test('B13: refused: a dissent or a refusal without words', async () => {
  const family = await makeFamily(world);
  const pact = await proposed(world, family);
  expect(await answer(pact, family.mother, 'beneficiary', { dissent: true })).toMatchObject({
    fields: [{ path: 'words' }],
  });
  expect(await answer(pact, family.mother, 'beneficiary', { answer: 'refused' })).toMatchObject({
    fields: [{ path: 'words' }],
  });
});

test('B13: she refuses in her words, then signs with her dissent beside it; both stay', async () => {
  const family = await makeFamily(world);
  const pact = await proposed(world, family);
  const refusal = { answer: 'refused', words: 'لا أريد أن تأتوا إلى البيت' } as const;
  const refused = await must(answer(pact, family.mother, 'beneficiary', refusal));
  expect(refused.parties[0]).toMatchObject({ signature: { ...refusal }, canAnswer: 'self' });
  await must(
    answer(pact, family.mother, 'beneficiary', { dissent: true, words: 'أوقّع لكنني لا أوافق على الموعد' }),
  );
  const signed = await signAll(pact, family);
  expect(signed).toMatchObject({
    status: 'signed',
    parties: [{ signature: { answer: 'signed', dissent: true } }, {}, {}],
    earlierSignatures: [{ answer: 'refused' }],
  });
});

test('C4: opening the text again voids what was signed and keeps it as history', async () => {
  const family = await makeFamily(world);
  const pact = await proposed(world, family);
  const { version } = await must(answer(pact, family.mother, 'beneficiary'));
  const reopen = (by: Actor) =>
    act(world, by, (context) => reopenPact(context, { ...of(pact), reason: 'Manca il nido.', version }));
  expect(await reopen(family.mother)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await must(reopen(family.lead))).toMatchObject({
    status: 'draft',
    hash: null,
    text: { access: 'write' },
    parties: [{ signature: null }, {}, {}],
    earlierSignatures: [{ hash: pact.hash }],
  });
  expect(await answer(pact, family.mother, 'beneficiary')).toMatchObject({ code: 'wrong-state' });
});

test('B13: the copy in plain words is the mediator’s, and stands still once somebody has answered', async () => {
  const family = await makeFamily(world);
  const mediator = await makeWorker(world, 'mediator');
  await join(world, family.household, mediator);
  const pact = await proposed(world, family);
  const copy = (by: Actor) =>
    act(world, by, (context) =>
      writeCopy(context, { ...of(pact), language: 'ar', text: 'هذا اتفاق بيننا.' }),
    );
  expect(await copy(family.mother)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await must(copy(mediator))).toMatchObject({ copies: [{ language: 'ar' }] });
  await must(answer(pact, family.mother, 'beneficiary'));
  expect(await copy(mediator)).toMatchObject({ code: 'wrong-state' });
  await must(
    act(world, family.mother, (context) =>
      remarkOnPact(context, {
        ...of(pact),
        id: crypto.randomUUID(),
        language: 'ar',
        quote: null,
        text: 'مهم',
      }),
    ),
  );
  const { pacts } = await must(readPacts(db.orm, family.mother, family.household.id));
  expect(pacts).toMatchObject([{ remarks: [{ text: 'مهم' }], text: { access: 'read' } }]);
});

test('C5: refused: an extension that isn’t later, or that the regia both asks for and approves', async () => {
  const family = await makeFamily(world);
  const pact = await signAll(await proposed(world, family), family);
  const ask = (by: Actor, end: Day) =>
    act(world, by, (context) =>
      askExtension(context, { ...of(pact), end, reason: 'La prova cade dopo.', version: pact.version }),
    );
  expect(await ask(family.household.tutor, pact.end)).toMatchObject({ fields: [{ code: 'not-later' }] });
  const asked = await must(ask(family.lead, addMonths(pact.end, 1)));
  const decide = (by: Actor) =>
    act(world, by, (context) =>
      decideExtension(context, { ...of(asked), approve: true, answer: '', version: asked.version }),
    );
  expect(await decide(family.household.tutor)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await decide(family.lead)).toMatchObject({ code: 'someone-else-decides' });
});

test('C5: the regia approves an extension the tutor asked for, once; the next one is asked again', async () => {
  const family = await makeFamily(world);
  const pact = await signAll(await proposed(world, family), family);
  const end = addMonths(pact.end, 1);
  const asked = await must(
    act(world, family.household.tutor, (context) =>
      askExtension(context, { ...of(pact), end, reason: 'La prova cade dopo.', version: pact.version }),
    ),
  );
  const decide = () =>
    act(world, family.lead, (context) =>
      decideExtension(context, { ...of(asked), approve: true, answer: '', version: asked.version }),
    );
  const both = await Promise.all([decide(), decide()]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const { pacts } = await must(readPacts(db.orm, family.lead, family.household.id));
  expect(pacts).toMatchObject([{ status: 'extended', end: pact.end, until: end }]);
});

test('C6: refused: a competence review where work orientation isn’t a support', async () => {
  const family = await makeFamily(world);
  const pact = await signAll(await proposed(world, family), family);
  const review = (given: Pact) =>
    act(world, family.household.tutor, (context) =>
      recordReview(context, {
        ...of(given),
        on: given.start,
        text: 'Sa cucire e tenere i conti.',
        version: given.version,
      }),
    );
  expect(await review(pact)).toMatchObject({ fields: [{ code: 'no-work-orientation' }] });
  const working = await makeFamily(world);
  const other = await signAll(await proposed(world, working, { supports: ['work_orientation'] }), working);
  expect(
    await act(world, working.household.tutor, (context) =>
      recordReview(context, { ...of(other), on: other.start, text: 'Sa cucire.', version: other.version }),
    ),
  ).toMatchObject({ value: { competenceReview: { text: 'Sa cucire.' } } });
});

test('C6: a commitment is kept or not, and the beneficiary may stop with her reason', async () => {
  const family = await makeFamily(world);
  const { mother, household } = family;
  const waiting = await proposed(world, family);
  const commitment = waiting.commitments[0] ?? expect.fail('it has commitments');
  const mark = () =>
    act(world, household.tutor, (context) =>
      markCommitment(context, {
        ...of(waiting),
        commitmentId: commitment.id,
        state: 'kept',
        note: '',
        version: 1,
      }),
    );
  expect(await mark()).toMatchObject({ code: 'wrong-state' });
  const pact = await signAll(waiting, family);
  expect(await must(mark())).toMatchObject({
    commitments: [{ state: 'kept', version: 2 }, { state: 'open' }],
  });
  expect(await mark()).toMatchObject({ code: 'changed-meanwhile' });
  const end = (how: 'kept' | 'withdrawn', reason: string | null) =>
    act(world, mother, (context) => endPact(context, { ...of(pact), how, reason, version: pact.version }));
  expect(await end('kept', null)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await end('withdrawn', null)).toMatchObject({ fields: [{ path: 'reason' }] });
  expect(await must(end('withdrawn', 'Torno da mia sorella.'))).toMatchObject({
    status: 'ended',
    ended: { how: 'withdrawn' },
  });
  expect(await draft(world, family)).toMatchObject({ ok: true });
});
