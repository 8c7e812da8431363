/** X3, B13: who was there signs the frozen minutes; what is added is chained; anybody who reads them can verify. */
import { expect, test } from 'vitest';
import { linkAccount } from '../../../server/records/households/members.ts';
import { addToMinutes, signAddendum } from '../../../server/records/minutes/addenda.ts';
import { giveMinutes } from '../../../server/records/minutes/giving.ts';
import { remindSigners, signMinutes } from '../../../server/records/minutes/signing.ts';
import { verifyMinutes } from '../../../server/records/minutes/verification.ts';
import { readWaitingMinutes } from '../../../server/records/minutes/waiting.ts';
import { createPostgresLog } from '../../../server/sync/postgres-log.ts';
import type { Actor } from '../../../shared/access.ts';
import { AddendumId, newId, SignatureId } from '../../../shared/ids.ts';
import type { MinutesAnswer } from '../../../shared/records/minutes.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  giveLead,
  join,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { closingOf, freeze, type HeldConference, makeHeld } from '../../support/minutes.ts';
import { asRule, must, worldOn } from '../../support/people.ts';

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
const everybody = [tutor.personId, chair.personId, household.motherId];

async function makeFrozen(present: readonly string[] = everybody, by = household) {
  const conference = await makeHeld(world, by, chair, present);
  await must(freeze(world, conference));
  const { attendees } = await closingOf(world, conference, tutor);
  const verified = await must(verifyMinutes(db.orm, tutor, conference.of));
  return { ...conference, hash: verified.frozenHash ?? expect.fail('frozen'), attendees };
}
type Frozen = Awaited<ReturnType<typeof makeFrozen>>;

const sign = ({ of, hash }: Pick<Frozen, 'of' | 'hash'>, by: Actor, given: Partial<MinutesAnswer> = {}) =>
  act(world, by, (context) =>
    signMinutes(context, {
      ...of,
      id: newId(SignatureId),
      attendee: by.personId,
      answer: 'signed',
      hash,
      language: 'it',
      words: null,
      dissent: false,
      device: null,
      ...given,
    }),
  );

test('X3: nobody signs who wasn’t there, nor for another, nor other words, nor before they are frozen', async () => {
  const held = await makeHeld(world, household, chair, everybody);
  expect(await sign({ of: held.of, hash: 'a'.repeat(64) }, tutor)).toEqual({
    ok: false,
    code: 'wrong-state',
  });
  const frozen = await makeFrozen();
  const stranger = await makeWorker(world, 'social');
  expect(await sign(frozen, stranger)).toEqual({ ok: false, code: 'not-available' });
  for (const given of [{}, { attendee: tutor.personId }, { attendee: household.motherId }]) {
    expect(await sign(frozen, health, given)).toEqual({ ok: false, code: 'not-yours-to-do' });
  }
  expect(await sign(frozen, tutor, { hash: 'a'.repeat(64) })).toEqual({
    ok: false,
    code: 'changed-meanwhile',
  });
  for (const given of [{ dissent: true }, { answer: 'refused' as const }]) {
    expect(await sign(frozen, tutor, given)).toMatchObject({ fields: [{ path: 'words', code: 'required' }] });
  }
});

test('X3: a signature stays; two at once have one winner; one who refused with words may sign after all', async () => {
  const frozen = await makeFrozen();
  const both = await Promise.all([sign(frozen, tutor), sign(frozen, tutor)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'already-exists' });
  expect(await sign(frozen, tutor, { answer: 'refused', words: 'Ci ho ripensato.' })).toEqual({
    ok: false,
    code: 'already-exists',
  });
  await must(sign(frozen, chair, { answer: 'refused', words: 'Manca una decisione.' }));
  const dissent = { dissent: true, words: 'Avrei aspettato.' };
  expect(await must(sign(frozen, chair, dissent))).toMatchObject({ answer: 'signed', ...dissent });
  const { attendees } = await closingOf(world, frozen, tutor);
  const chairs = attendees.find(({ key }) => key === chair.personId);
  expect(chairs).toMatchObject({
    function: 'social',
    body: lead.body.name,
    signature: { answer: 'signed', hash: frozen.hash },
    canSign: null,
  });
  expect((await must(verifyMinutes(db.orm, mediator, frozen.of))).holds).toBe(true);
});

test('B13: a mother without an account signs on a worker’s device, witnessed by the tutor, or by a mediator in her language', async () => {
  const frozen = await makeFrozen();
  const onDevice = (by: Actor, witness: Actor, language: 'it' | 'ar') =>
    sign(frozen, by, {
      attendee: household.motherId,
      language,
      device: { witnessId: witness.personId },
    });
  expect(await onDevice(health, mediator, 'ar')).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await onDevice(tutor, health, 'it')).toMatchObject({
    fields: [{ path: 'device.witnessId', code: 'unknown' }],
  });
  expect(await onDevice(tutor, tutor, 'ar')).toMatchObject({
    fields: [{ path: 'device.witnessId', code: 'not-a-mediator' }],
  });
  const signed = await must(onDevice(tutor, mediator, 'ar'));
  expect([typeof signed.deviceOf, typeof signed.witness, signed.language]).toEqual([
    'string',
    'string',
    'ar',
  ]);
});

test('B13: with an account she signs herself, once she was given something to read; the last one makes it whole', async () => {
  const own = await makeHousehold(world, { tutor });
  await giveLead(world, own, lead);
  const mother = await makeFamilyAccount(world, own);
  await asRule(world, ({ tx }) => linkAccount(tx, own.motherId, mother.personId));
  const frozen = await makeFrozen([tutor.personId, own.motherId], own);
  const signs = () => sign(frozen, mother, { attendee: own.motherId });
  expect(
    await sign(frozen, tutor, { attendee: own.motherId, device: { witnessId: tutor.personId } }),
  ).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await signs()).toEqual({ ok: false, code: 'wrong-state' });
  await must(
    act(world, chair, (context) =>
      giveMinutes(context, {
        ...frozen.of,
        id: crypto.randomUUID(),
        to: { kind: 'family' },
        pointIds: ['a2'],
      }),
    ),
  );
  const waiting = async () =>
    (await must(readWaitingMinutes(db.orm, mother))).toSign.map((one) => one.conferenceId);
  expect(await waiting()).toEqual([frozen.of.conferenceId]);
  await must(sign(frozen, tutor));
  await must(signs());
  expect(await waiting()).toEqual([]);
  const kinds = await db.sql<{ kind: string }[]>`
    select kind from activity where event ->> 'conferenceId' = ${frozen.of.conferenceId} order by seq desc limit 1`;
  expect(kinds).toEqual([{ kind: 'minutes.signed-by-all' }]);
});

test('X3: who is missing is asked at the freezing, and again by the chair after a day, not before', async () => {
  const frozen = await makeFrozen();
  await must(sign(frozen, tutor));
  const remind = (by: Actor) => act(world, by, (context) => remindSigners(context, frozen.of));
  expect(await remind(health)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await remind(chair)).toMatchObject({ ok: false, code: 'slow-down' });
  await db.sql`
    update conference set signatures_asked_at = now() - interval '25 hours' where id = ${frozen.of.conferenceId}`;
  expect(await must(remind(chair))).toEqual({ asked: 1 });
  const asked = await db.sql<{ who: string }[]>`
    select event ->> 'personId' as who from activity
    where kind = 'minutes.signature-asked' and event ->> 'conferenceId' = ${frozen.of.conferenceId} order by seq`;
  expect(asked.map(({ who }) => who).sort()).toEqual([chair.personId, chair.personId, tutor.personId].sort());
});

const add = ({ of }: Pick<HeldConference, 'of'>, by: Actor, text = 'L’incontro durò fino alle sei.') =>
  act(world, by, (context) => addToMinutes(context, { ...of, id: newId(AddendumId), language: 'it', text }));

test('X3: nothing is added before the freezing or by a stranger; what is added is chained, and signed by others once', async () => {
  const held = await makeHeld(world, household, chair, everybody);
  expect(await add(held, tutor)).toEqual({ ok: false, code: 'wrong-state' });
  const frozen = await makeFrozen();
  expect(await add(frozen, await makeWorker(world, 'social'))).toEqual({ ok: false, code: 'not-available' });
  expect(await add(frozen, mediator)).toEqual({ ok: false, code: 'not-yours-to-do' });
  // At once: one after the other, so the chain has no fork.
  const made = await Promise.all([add(frozen, tutor), add(frozen, health), add(frozen, chair)]);
  expect(made.every(({ ok }) => ok)).toBe(true);
  const { addenda } = await closingOf(world, frozen, chair);
  expect(addenda.map(({ number, previousHash }) => [number, previousHash])).toEqual([
    [1, frozen.hash],
    [2, addenda[0]?.hash],
    [3, addenda[1]?.hash],
  ]);
  const [first] = addenda;
  const cosign = (by: Actor, hash: string) =>
    act(world, by, (context) =>
      signAddendum(context, {
        ...frozen.of,
        addendumId: first?.id ?? expect.fail('there is one'),
        hash,
      }),
    );
  const author = [tutor, health, chair].find(({ function: its }) => its === first?.function) ?? tutor;
  const other = author === chair ? tutor : chair;
  expect(await cosign(author, first?.hash ?? '')).toEqual({ ok: false, code: 'someone-else-decides' });
  expect(await cosign(other, frozen.hash)).toEqual({ ok: false, code: 'changed-meanwhile' });
  await must(cosign(other, first?.hash ?? ''));
  await must(cosign(other, first?.hash ?? ''));
  const after = await closingOf(world, frozen, other);
  expect(after.addenda[0]?.signatures).toHaveLength(1);
  const verified = await must(verifyMinutes(db.orm, tutor, frozen.of));
  expect([verified.holds, verified.computed]).toEqual([true, frozen.hash]);
});

test('X3: minutes written anew without changing a word still verify, and say when there is nothing to compare', async () => {
  const held = await makeHeld(world, household, chair, everybody);
  expect(await must(verifyMinutes(db.orm, tutor, held.of))).toMatchObject({ frozenHash: null, holds: false });
  const frozen = await makeFrozen();
  await createPostgresLog(db).rebuild(frozen.minutesId, () => undefined);
  expect(await must(verifyMinutes(db.orm, tutor, frozen.of))).toMatchObject({ of: 'words', holds: true });
  expect(await verifyMinutes(db.orm, await makeWorker(world, 'social'), frozen.of)).toEqual({
    ok: false,
    code: 'not-available',
  });
});

/** Each changes one row behind everybody's back. */
const tampered = {
  minutes: ({ minutesId }: Frozen) =>
    createPostgresLog(db)
      .rebuild(minutesId, (doc) => doc.getXmlFragment('content').delete(3, 1))
      .then(() => undefined),
  'the frozen hash': ({ of }: Frozen) =>
    db.sql`update conference set frozen_hash = ${'b'.repeat(64)} where id = ${of.conferenceId}`,
  'a dissent': ({ of }: Frozen) =>
    db.sql`update minutes_signature set words = null, dissent = false where conference_id = ${of.conferenceId}`,
  'a signature': ({ of }: Frozen) =>
    db.sql`delete from minutes_signature where conference_id = ${of.conferenceId}`,
  'an addendum': ({ of }: Frozen) =>
    db.sql`update minutes_addendum set text = 'Altro.' where conference_id = ${of.conferenceId} and number = 1`,
  'the last addendum': ({ of }: Frozen) =>
    db.sql`delete from minutes_addendum where conference_id = ${of.conferenceId} and number = 2`,
};

test.each(Object.entries(tampered))(
  'X3: verifying finds out that %s was tampered with',
  async (_, tamper) => {
    const frozen = await makeFrozen();
    await must(sign(frozen, tutor, { dissent: true, words: 'Avrei aspettato.' }));
    await must(add(frozen, tutor));
    await must(add(frozen, tutor));
    expect((await must(verifyMinutes(db.orm, health, frozen.of))).holds).toBe(true);
    await tamper(frozen);
    expect((await must(verifyMinutes(db.orm, health, frozen.of))).holds).toBe(false);
  },
);
