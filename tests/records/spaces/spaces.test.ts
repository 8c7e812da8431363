/** A9: the register of community spaces, written by those of the body and by the coordination. */
import { expect, test } from 'vitest';
import { addSpace, changeSpace, closeSpace } from '../../../server/records/spaces/commands.ts';
import { readSpaces } from '../../../server/records/spaces/queries.ts';
import { spaceRoutes } from '../../../server/records/spaces/routes.ts';
import type { Actor } from '../../../shared/access.ts';
import type { Space, SpaceChange, SpaceDraft } from '../../../shared/records/spaces.ts';
import { clientOf, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeFamilyAccount, makeHousehold, makeWorker } from '../../support/households.ts';
import { openSession } from '../../support/open-session.ts';
import { must, worldOn } from '../../support/people.ts';
import { makeCasa, makeConcealed, makeSpace, spaceOf } from '../../support/territory.ts';

const db = await freshDatabase();
const world = worldOn(db);
const casa = await makeCasa(world);
const elsewhere = await makeWorker(world, 'tutor');
const coordinator = await makeWorker(world, 'coordinator');

const add = (draft: SpaceDraft, by: Actor) => act(world, by, (context) => addSpace(context, draft));
const change = ({ body, district, editable, id, ...rest }: Space, more: Partial<SpaceChange>, by: Actor) =>
  act(world, by, (context) => changeSpace(context, { ...rest, bodyId: body.id, spaceId: id, ...more }));

test('A9: a space is added by those of its body and by the coordination, by nobody else', async () => {
  const draft = spaceOf(casa.body.id);
  const volunteer = await makeWorker(world, 'volunteer', casa.body.id);
  for (const other of [elsewhere, volunteer]) {
    expect(await add(draft, other)).toMatchObject({ ok: false, code: 'not-yours-to-do' });
  }
  const made = await must(add(draft, casa.desk));
  expect(await must(add(draft, casa.desk))).toEqual(made);
  expect(await must(add(spaceOf(casa.body.id), coordinator))).toMatchObject({ editable: true });
  const { spaces } = await readSpaces(db.orm, elsewhere);
  expect(spaces.map(({ editable }) => editable)).toEqual([false, false]);
});

test('A9: refused: a body whose address is secret has no spaces here, not even for those who work in it', async () => {
  const hidden = await makeConcealed(world);
  for (const by of [coordinator, hidden.worker]) {
    expect(await add(spaceOf(hidden.body.id), by)).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'bodyId', code: 'unknown' }],
    });
  }
  // One that had spaces before it became secret takes them with it.
  const before = await makeCasa(world, 'Casa che si nasconde');
  await makeSpace(world, before.desk, spaceOf(before.body.id, { name: 'Stanza che si nasconde' }));
  await db.sql`update body set concealed = true where id = ${before.body.id}`;
  const { spaces } = await readSpaces(db.orm, coordinator);
  expect(JSON.stringify(spaces)).not.toMatch(/nascond/);
});

test('A9: refused: a place that is not on the sketch, no capacity, and words that speak of a family', async () => {
  const { app } = await startApp(world, { routes: () => spaceRoutes });
  const desk = clientOf(app, await openSession(db, casa.desk.personId));
  for (const wrong of [{ place: { x: 1001, y: 3 } }, { capacity: 0 }, { resources: [] }]) {
    const draft = { ...spaceOf(casa.body.id), ...wrong };
    expect(await desk.call('POST', '/api/spaces', draft)).toMatchObject({ status: 422 });
  }
  expect(await add(spaceOf(casa.body.id, { note: 'Per il nucleo TRM-014' }), casa.desk)).toMatchObject({
    fields: [{ path: 'note', code: 'case-data' }],
  });
  const family = await makeFamilyAccount(world, await makeHousehold(world));
  const reader = clientOf(app, await openSession(db, family.personId));
  expect(await reader.call('GET', '/api/spaces')).toMatchObject({
    status: 404,
    body: { code: 'not-available' },
  });
  expect(await desk.call('GET', '/api/spaces')).toMatchObject({ status: 200 });
});

test('A9: refused: of two who change a space at once one wins; a closed one is gone', async () => {
  const space = await makeSpace(world, casa.desk, spaceOf(casa.body.id));
  const answers = await Promise.all(
    [10, 12].map((capacity) => change(space, { capacity }, capacity === 10 ? casa.desk : coordinator)),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
  await must(act(world, casa.desk, (context) => closeSpace(context, { spaceId: space.id, version: 2 })));
  expect(await change({ ...space, version: 3 }, {}, casa.desk)).toMatchObject({ code: 'not-available' });
  const { spaces } = await readSpaces(db.orm, casa.desk);
  expect(spaces.map(({ id }) => id)).not.toContain(space.id);
});
