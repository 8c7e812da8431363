/** A10: the partner registry. C10: the territorial network of each Casa. */
import { expect, test } from 'vitest';
import { recordPartnership, tieBody, untieBody } from '../../../server/records/partners/commands.ts';
import { readPartners } from '../../../server/records/partners/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import type { PartnershipChange } from '../../../shared/records/partners.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeWorker } from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';
import { makeCasa, makeConcealed } from '../../support/territory.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const coordinator = await makeWorker(world, 'coordinator');
const casa = await makeCasa(world);
const parish = await makeBody(world, { name: 'Parrocchia', kind: 'parish', sector: 'third_sector' });
const hidden = await makeConcealed(world);

const words: PartnershipChange = {
  agreement: 'protocol',
  since: addDays(today, -400),
  contactName: 'Marta Ferrero',
  contactRole: 'segreteria',
  contactEmail: null,
  contactPhone: null,
  place: { x: 620, y: 300 },
  version: null,
};
const record = (bodyId: BodyId, given: Partial<PartnershipChange> = {}, by: Actor = coordinator) =>
  act(world, by, (context) => recordPartnership(context, { ...words, ...given, bodyId }));
const tie = (casaId: BodyId, bodyId: BodyId, by: Actor = casa.desk) =>
  act(world, by, (context) => tieBody(context, { casaId, bodyId, kind: 'gives', since: today }));

test('A10: refused: the coordination alone keeps the registry; a day ahead and a second beginning are refused', async () => {
  expect(await record(casa.body.id, {}, casa.desk)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await record(parish.id, { since: addDays(today, 1) })).toMatchObject({
    fields: [{ path: 'since', code: 'in-future' }],
  });
  const begun = await Promise.all([record(parish.id), record(parish.id)]);
  expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
  expect(begun.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

test('A10: a partnership says since when, on what it rests and whom to ask for', async () => {
  await must(record(parish.id, { agreement: 'convention', version: 1 }));
  const { partners } = await readPartners(db.orm, casa.desk);
  expect(partners.find(({ body }) => body.id === parish.id)?.partnership).toMatchObject({
    agreement: 'convention',
    contactName: 'Marta Ferrero',
    place: { x: 620, y: 300 },
    version: 2,
  });
});

test('C10: refused: a body whose address is secret is in no registry and in no network', async () => {
  expect(await record(hidden.body.id)).toMatchObject({ code: 'not-available' });
  expect(await tie(casa.body.id, hidden.body.id)).toMatchObject({ fields: [{ code: 'unknown' }] });
  expect(await tie(hidden.body.id, parish.id, hidden.worker)).toMatchObject({ code: 'not-available' });
  const later = await makeBody(world, { name: 'Poi segreta' });
  await must(tie(casa.body.id, later.id));
  await db.sql`update body set concealed = true where id = ${later.id}`;
  const all = JSON.stringify(await readPartners(db.orm, coordinator));
  for (const { id } of [hidden.body, later]) expect(all).not.toContain(id);
});

test('C10: a Casa’s network is its own and the coordination’s, and who left it may come back', async () => {
  const other = await makeWorker(world, 'desk', parish.id);
  expect(await tie(casa.body.id, parish.id, other)).toMatchObject({ code: 'not-yours-to-do' });
  await must(tie(casa.body.id, parish.id));
  const tied = async () =>
    (await readPartners(db.orm, other)).ties.filter(({ bodyId }) => bodyId === parish.id);
  expect(await tied()).toEqual([{ casaId: casa.body.id, bodyId: parish.id, kind: 'gives', since: today }]);
  const end = () =>
    act(world, casa.desk, (context) => untieBody(context, { casaId: casa.body.id, bodyId: parish.id }));
  await must(end());
  expect(await tied()).toEqual([]);
  expect(await end()).toMatchObject({ code: 'not-available' });
  await must(tie(casa.body.id, parish.id));
  expect(await tied()).toHaveLength(1);
});
