/** D7: a secret address is opened by whoever was named, with a reason each time, and is nowhere else. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { expect, test } from 'vitest';
import { readAddressKey } from '../../../server/address-key.ts';
import { ofHousehold, ofReader } from '../../../server/records/activity/queries.ts';
import { leaveTeam } from '../../../server/records/care-team/commands.ts';
import { readShelter } from '../../../server/records/placements/queries.ts';
import { conceal } from '../../../server/records/placements/stay.ts';
import { createAddressBox } from '../../../server/records/secret-addresses/box.ts';
import {
  endGrant,
  grantAddress,
  openAddress,
  storeAddress,
} from '../../../server/records/secret-addresses/commands.ts';
import { readSecretAddress } from '../../../server/records/secret-addresses/queries.ts';
import { nameForStructure, unnameForStructure } from '../../../server/records/structures/commands.ts';
import { readStructures } from '../../../server/records/structures/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { ok } from '../../../shared/outcome.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, giveLead, join, makeHousehold, makeService, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';
import { ask, book, dayIn, makeStructure } from '../../support/shelter.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const db = await freshDatabase();
const world = worldOn(db);
const box = createAddressBox(new Uint8Array(32).fill(7));
const household = await makeHousehold(world);
const service = await makeService(world);
await giveLead(world, household, service);
const lead = service.worker;
const [keeper, nurse, volunteer] = [
  await makeWorker(world, 'protection'),
  await makeWorker(world, 'health'),
  await makeWorker(world, 'volunteer'),
];
for (const actor of [keeper, nurse, volunteer]) await join(world, household, actor);
const householdId = household.id;

const store = (by: Actor, withBox: typeof box | null = box) =>
  act(world, by, (context) =>
    storeAddress(context, withBox, { householdId, address: 'via Inventata 7, scala B' }),
  );
const open = (by: Actor, withBox: typeof box | null = box) =>
  act(world, by, (context) =>
    openAddress(context, withBox, { householdId, reason: 'La accompagno domani.' }),
  );
const grant = (by: Actor, { personId }: Actor) =>
  act(world, by, (context) =>
    grantAddress(context, { householdId, personId, reason: 'La segue ogni giorno.' }),
  );
const end = (by: Actor, { personId }: Actor) =>
  act(world, by, (context) => endGrant(context, { householdId, personId }));

test('D7: refused: whoever is not protection of the household, or its regia once named, neither stores nor names', async () => {
  for (const actor of [household.tutor, nurse, lead]) {
    expect(await store(actor)).toEqual({ ok: false, code: 'not-yours-to-do' });
    expect(await grant(actor, actor)).toEqual({ ok: false, code: 'not-yours-to-do' });
    expect(await must(readSecretAddress(db.orm, actor, householdId))).toEqual({ secret: null });
  }
  const outside = await makeWorker(world, 'protection');
  expect(await store(outside)).toEqual({ ok: false, code: 'not-available' });
  expect(await store(keeper, null)).toMatchObject({ fields: [{ code: 'no-key' }] });
  expect(await grant(keeper, outside)).toMatchObject({ fields: [{ code: 'not-in-team' }] });
  expect(await grant(keeper, volunteer)).toMatchObject({ fields: [{ code: 'not-in-team' }] });
});

test('D7: refused: nobody opens it who wasn’t named, not even whoever stored it', async () => {
  await must(store(keeper));
  for (const actor of [keeper, lead, household.tutor, nurse]) {
    expect(await open(actor)).toEqual({ ok: false, code: 'not-available' });
  }
});

test('D7: whoever was named opens it with a reason, which is logged without the address; the end counts at once', async () => {
  await must(grant(keeper, lead));
  expect(await must(open(lead))).toEqual({ address: 'via Inventata 7, scala B' });
  expect(await must(readSecretAddress(db.orm, lead, householdId))).toMatchObject({
    secret: { stored: true, mayOpen: true, mayKeep: true },
  });
  await must(grant(lead, nurse));
  await must(open(nurse));
  const opened = db.sql`select actor_id, event from activity where kind = 'secret-address.read' order by seq`;
  expect(await opened).toMatchObject([
    { actor_id: lead.personId, event: { reason: 'La accompagno domani.' } },
    { actor_id: nurse.personId },
  ]);
  await must(end(keeper, lead));
  expect(await open(lead)).toEqual({ ok: false, code: 'not-available' });
  expect(await end(lead, nurse)).toEqual({ ok: false, code: 'not-yours-to-do' });
  await must(
    act(world, household.tutor, async (context) => {
      await leaveTeam(context, { householdId, personId: nurse.personId, reason: 'Trasferita.' });
      return ok({});
    }),
  );
  await join(world, household, nurse);
  expect(await open(nurse)).toEqual({ ok: false, code: 'not-available' });
});

test('D7: of ends and openings of the same moment, nothing is opened after the end', async () => {
  await must(grant(keeper, lead));
  const answers = await Promise.all([
    ...Array.from({ length: 8 }, () => open(lead)),
    end(keeper, lead),
    ...Array.from({ length: 8 }, () => open(lead)),
  ]);
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  const [{ late } = { late: -1 }] = await db.sql<{ late: number }[]>`
    select count(*)::int as late from activity where kind = 'secret-address.read' and seq >
      (select max(seq) from activity where kind = 'secret-address.grant-ended')`;
  expect(late).toBe(0);
});

test('D7: the log tells of it only those who did it, were named in it, or keep it', async () => {
  const page = { before: undefined, limit: 200 };
  const secretKinds = async (actor: Actor) =>
    [
      ...(await ofHousehold(db.orm, actor, householdId, page)),
      ...(await ofReader(db.orm, actor, page)),
    ].filter(({ event }) => event.kind.startsWith('secret-address.'));
  expect(await secretKinds(household.tutor)).toEqual([]);
  const [admin, callCentre] = [await makeWorker(world, 'admin'), await makeWorker(world, 'call_centre')];
  expect([await secretKinds(admin), await secretKinds(callCentre)]).toEqual([[], []]);
  expect((await secretKinds(keeper)).length).toBeGreaterThan(4);
  const auditor = await makeWorker(world, 'auditor');
  const read = (await ofReader(db.orm, auditor, page)).filter(
    ({ event }) => event.kind === 'secret-address.read',
  );
  expect(read.length).toBeGreaterThan(1);
  expect(read.every(({ event }) => 'reason' in event && event.reason === '')).toBe(true);
});

test('D7: refused: a concealed structure is made by protection alone and known to those who were named', async () => {
  const operator = await makeWorker(world, 'call_centre');
  await expect(makeStructure(world, operator, { concealed: true })).rejects.toThrow('not-yours-to-do');
  const { body } = await makeStructure(world, keeper, { concealed: true, name: 'Casa rifugio Alba' });
  const seen = async (actor: Actor) =>
    (await must(readStructures(db.orm, actor, world.now(), { from: undefined, days: 7 }))).structures.map(
      (structure) => structure.body.id,
    );
  expect([await seen(operator), await seen(await makeWorker(world, 'protection'))]).toEqual([[], []]);
  const placement = await ask(world, household);
  expect(await book(world, operator, placement, body.id)).toMatchObject({ fields: [{ code: 'unknown' }] });
  const name = (by: Actor) =>
    act(world, by, (context) =>
      nameForStructure(context, {
        structureId: body.id,
        personId: operator.personId,
        reason: 'Tiene i posti.',
      }),
    );
  expect(await name(operator)).toMatchObject({ code: 'not-available' });
  await must(name(keeper));
  expect(await seen(operator)).toEqual([body.id]);
  const booked = await must(book(world, keeper, placement, body.id));
  expect(booked).toMatchObject({ concealed: true, structure: { name: 'Casa rifugio Alba' } });
  await must(
    act(world, keeper, (context) =>
      unnameForStructure(context, { structureId: body.id, personId: operator.personId }),
    ),
  );
  expect(await seen(operator)).toEqual([]);
});

test('D7: at her wish a stay is concealed from all but those who were named, the call centre’s colleagues included', async () => {
  const [operator, colleague] = [
    await makeWorker(world, 'call_centre'),
    await makeWorker(world, 'call_centre'),
  ];
  const family = await makeHousehold(world);
  await join(world, family, keeper);
  const { body } = await makeStructure(world, operator, { name: 'Comunità Il Nespolo' });
  const booked = await must(book(world, operator, await ask(world, family), body.id));
  const hidden = await must(
    act(world, family.tutor, (context) =>
      conceal(context, { placementId: booked.id, version: booked.version, concealed: true }),
    ),
  );
  expect(hidden).toMatchObject({ concealed: true, structure: null, from: dayIn(world, 0) });
  const shown = async (actor: Actor) =>
    (await must(readShelter(db.orm, actor, family.id, world.now()))).placements[0]?.structure ?? null;
  expect([await shown(family.tutor), await shown(keeper)]).toEqual([null, null]);
  await must(
    act(world, keeper, (context) =>
      grantAddress(context, {
        householdId: family.id,
        personId: family.tutor.personId,
        reason: 'La accompagna.',
      }),
    ),
  );
  expect(await shown(family.tutor)).toMatchObject({ name: 'Comunità Il Nespolo' });
  const cancelAsSeen = await act(world, colleague, (context) =>
    conceal(context, { placementId: booked.id, version: hidden.version, concealed: false }),
  );
  expect(cancelAsSeen).toMatchObject({ code: 'not-yours-to-do' });
});

test('D7: refused: what was sealed opens with no other key, for no other owner, and not when a bit is changed', () => {
  const sealed = box.seal('via Inventata 7', 'una');
  expect(box.open(sealed, 'una')).toBe('via Inventata 7');
  expect(Buffer.from(sealed).includes('Inventata')).toBe(false);
  expect(() => box.open(sealed, 'altra')).toThrow();
  expect(() => createAddressBox(new Uint8Array(32).fill(8)).open(sealed, 'una')).toThrow();
  const changed = Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte));
  expect(() => box.open(changed, 'una')).toThrow();
  expect(box.seal('via Inventata 7', 'una')).not.toEqual(sealed);
});

test('D7: without a key in the environment one is made once, for its owner alone; beside another’s database none is', async () => {
  const dataDir = joinPath(await temporaryFolder(), 'data');
  await mkdir(dataDir, { recursive: true });
  const given = { addressKey: null, databaseUrl: null, dataDir };
  const [first, again] = await Promise.all([readAddressKey(given), readAddressKey(given)]);
  expect(first).toEqual(again);
  const file = joinPath(dataDir, 'address-key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, 'utf8'), 'hex')).toEqual(Buffer.from(first ?? []));
  expect(await readAddressKey({ ...given, databaseUrl: 'postgres://elsewhere/trama' })).toBeNull();
  const addressKey = new Uint8Array(32).fill(1);
  expect(await readAddressKey({ ...given, addressKey })).toBe(addressKey);
});
