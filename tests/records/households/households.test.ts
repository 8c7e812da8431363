/** Taking in, changing, closing; members; A3: pregnancy, birth and loss. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addMember, changeMember, changeStatus } from '../../../server/records/households/commands.ts';
import { openHousehold } from '../../../server/records/households/open.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import { recordPregnancy } from '../../../server/records/households/pregnancy.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { planContent } from '../../../shared/documents/care-plan.ts';
import { readNodes } from '../../../shared/documents/network-map.ts';
import { textOf } from '../../../shared/documents/rich-text.ts';
import { type DocumentId, HouseholdId, MemberId, newId } from '../../../shared/ids.ts';
import type { HouseholdStatus, Pregnancy } from '../../../shared/records/households.ts';
import { Right } from '../../../shared/records/rights.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  join,
  type MadeHousehold,
  makeHousehold,
  makeService,
  makeWorker,
  motherDraft,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());

const draft = (tutorId: MadeHousehold['tutor']['personId']) => ({
  id: newId(HouseholdId),
  name: 'Idrissi',
  district: null,
  area: null,
  languages: ['ar' as const],
  members: [motherDraft],
  tutorId,
  tutorReason: 'Vive nel suo quartiere.',
});

async function documentOf(id: DocumentId): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const rows = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_update where document_id = ${id} order by seq`;
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return doc;
}

test('a mediator, a partner, a volunteer or the family take nobody in', async () => {
  const tutor = await makeWorker(world, 'tutor');
  for (const function_ of ['mediator', 'partner', 'volunteer', 'call_centre', 'admin'] as const) {
    const actor = await makeWorker(world, function_);
    expect(await act(world, actor, (context) => openHousehold(context, draft(tutor.personId)))).toEqual({
      ok: false,
      code: 'not-yours-to-do',
    });
  }
});

test('a household needs a tutor and exactly one index person', async () => {
  const tutor = await makeWorker(world, 'tutor');
  const { worker } = await makeService(world);
  const twice = { ...draft(tutor.personId), members: [motherDraft, motherDraft] };
  expect(await act(world, tutor, (context) => openHousehold(context, twice))).toMatchObject({
    fields: [{ code: 'one-index-person' }],
  });
  const withoutTutor = draft(worker.personId);
  expect(await act(world, tutor, (context) => openHousehold(context, withoutTutor))).toMatchObject({
    fields: [{ path: 'tutorId', code: 'not-a-tutor' }],
  });
  const rows = await db.sql`select 1 from household where id in (${twice.id}, ${withoutTutor.id})`;
  expect(rows).toHaveLength(0);
});

test('opening it again with the same id answers the same; another person’s retry learns nothing', async () => {
  const tutor = await makeWorker(world, 'tutor');
  const given = draft(tutor.personId);
  const open = () => act(world, tutor, (context) => openHousehold(context, given));
  const [first, second] = await Promise.all([open(), open()]);
  expect(first).toEqual(second);
  expect(
    await act(world, await makeWorker(world, 'tutor'), (context) => openHousehold(context, given)),
  ).toEqual({
    ok: false,
    code: 'not-available',
  });
});

test('its documents are there from the first day: the plan with the seven rights, the map with the members', async () => {
  const household = await makeHousehold(world);
  const page = await must(readHousehold(db.orm, household.tutor, household.id));
  expect(page.code).toMatch(/^TRM-\d{3,}$/);
  expect(page.documents.map(({ kind, access }) => [kind, access])).toEqual([
    ['care-plan', 'write'],
    ['annotations', 'write'],
    ['network-map', 'write'],
    ['social-notes', 'write'],
    ['education-notes', 'write'],
  ]);
  const idOf = (kind: string) => {
    const found = page.documents.find((link) => link.kind === kind);
    return found ? found.id : expect.fail(`no ${kind}`);
  };
  const plan = planContent(await documentOf(idOf('care-plan')));
  const headings = plan
    .toArray()
    .filter((node) => node instanceof Y.XmlElement && node.nodeName === 'heading');
  expect(headings.map((node) => (node as Y.XmlElement).getAttribute('right'))).toEqual(Right.options); // filtered just before
  expect(headings.map(textOf)[0]).toBe('Salute');
  const nodes = readNodes(await documentOf(idOf('network-map')));
  expect([...nodes.values()]).toMatchObject([{ ring: 'centre', index: true, ref: household.motherId }]);
});

test('states follow one another with a reason; a closed household is read-only until it is taken in again', async () => {
  const household = await makeHousehold(world);
  const move = (status: HouseholdStatus) =>
    act(world, household.tutor, (context) =>
      changeStatus(context, { householdId: household.id, status, reason: 'Deciso in équipe.' }),
    );
  expect(await move('suspended')).toEqual({ ok: false, code: 'wrong-state' });
  for (const status of ['enrolled', 'suspended', 'enrolled', 'closed'] as const) await must(move(status));
  const closed = await must(readHousehold(db.orm, household.tutor, household.id));
  expect(closed.documents.every(({ access }) => access === 'read')).toBe(true);
  expect([closed.can.writeGoals, closed.can.changeHousehold]).toEqual([false, true]);
  await must(move('enrolled'));
  expect((await must(readHousehold(db.orm, household.tutor, household.id))).can.writeGoals).toBe(true);
});

test('a member is added once, changed, and leaves; the index person stays', async () => {
  const household = await makeHousehold(world);
  const { worker } = await makeService(world);
  const child = {
    householdId: household.id,
    ...motherDraft,
    id: newId(MemberId),
    name: 'Adam',
    relation: 'child' as const,
    sex: 'm' as const,
    birth: today,
    indexPerson: false,
  };
  expect(await act(world, worker, (context) => addMember(context, child))).toMatchObject({
    code: 'not-available',
  });
  await join(world, household, worker);
  const add = () => act(world, worker, (context) => addMember(context, child));
  expect(await must(add())).toEqual(await must(add()));
  const of = { householdId: household.id, memberId: child.id };
  const left = await must(act(world, worker, (context) => changeMember(context, of, { left: today })));
  expect(left).toMatchObject({ name: 'Adam', left: today });
  const mother = { householdId: household.id, memberId: household.motherId };
  expect(await act(world, worker, (context) => changeMember(context, mother, { left: today }))).toMatchObject(
    {
      fields: [{ code: 'index-person' }],
    },
  );
});

async function pregnantHousehold() {
  const household = await makeHousehold(world);
  const expected: Pregnancy = { lmp: addDays(today, -250), dueDate: addDays(today, 30), ended: null };
  const record = (pregnancy: Pregnancy, child: Parameters<typeof recordPregnancy>[1]['child'] = null) =>
    act(world, household.tutor, (context) =>
      recordPregnancy(context, { householdId: household.id, memberId: household.motherId, pregnancy, child }),
    );
  await must(record(expected));
  const page = () => must(readHousehold(db.orm, household.tutor, household.id));
  return { expected, record, page };
}

test('A3: a pregnancy is a household without a child, on the clock', async () => {
  const { expected, page, record } = await pregnantHousehold();
  expect(await record({ lmp: null, dueDate: null, ended: null })).toMatchObject({ code: 'invalid' });
  const { members, clock } = await page();
  expect(members).toHaveLength(1);
  expect(clock).toMatchObject({ dueDate: expected.dueDate, birth: null });
});

test('A3: a birth adds the child once and replaces the due date', async () => {
  const { expected, record, page } = await pregnantHousehold();
  const born: Pregnancy = { ...expected, ended: { on: addDays(today, -2), outcome: 'birth' } };
  const child = {
    name: 'Nour',
    relation: 'child' as const,
    sex: 'f' as const,
    birth: addDays(today, -2),
    languages: [],
    birthCountry: null,
  };
  expect(await record(born)).toMatchObject({ fields: [{ path: 'child', code: 'required' }] });
  expect(await record(born, { ...child, birth: today })).toMatchObject({
    fields: [{ code: 'not-this-birth' }],
  });
  await must(record(born, child));
  await must(record(born, child));
  const { members, clock } = await page();
  expect(members.map(({ name }) => name)).toEqual([motherDraft.name, 'Nour']);
  expect(clock?.birth).toBe(child.birth);
});

test('A3: a loss stops the clock and adds nobody', async () => {
  const { expected, record, page } = await pregnantHousehold();
  const lost: Pregnancy = { ...expected, ended: { on: addDays(today, 1), outcome: 'loss' } };
  expect(await record(lost)).toMatchObject({ fields: [{ code: 'future' }] });
  await must(record({ ...expected, ended: { on: today, outcome: 'loss' } }));
  const { members, clock } = await page();
  expect([members.length, clock]).toEqual([1, null]);
});
