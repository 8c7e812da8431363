/** D9: standing tables decide about the network, never about a family. */
import { expect, test } from 'vitest';
import {
  changeStandingTable,
  followDecision,
  openStandingTable,
  planTableSession,
  recordTableSession,
} from '../../../server/records/standing-tables/commands.ts';
import { instantOf } from '../../../shared/dates.ts';
import { type BodyId, newId, StandingTableId, TableDecisionId, TableSessionId } from '../../../shared/ids.ts';
import type { DecisionState, StandingTable } from '../../../shared/records/standing-tables.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeHousehold, makeService, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';
import { makeCasa, makeConcealed } from '../../support/territory.ts';

const db = await freshDatabase();
const world = worldOn(db);
const coordinator = await makeWorker(world, 'coordinator');
const casa = await makeCasa(world);
const service = await makeService(world);
const stranger = await makeService(world, 'health');
const hidden = await makeConcealed(world);
const on = (hours: number) => instantOf(new Date(Date.now() + hours * 3_600_000));

const draft = {
  name: 'Tavolo madre-bambino',
  purpose: 'Posti disponibili.',
  memberIds: [casa.body.id, service.body.id],
};
const open = (given: Partial<typeof draft> = {}, by = coordinator) =>
  act(world, by, (context) => openStandingTable(context, { id: newId(StandingTableId), ...draft, ...given }));
const table = await must(open());
const plan = (topics: string[], hours = -2) =>
  act(world, coordinator, (context) =>
    planTableSession(context, {
      id: newId(TableSessionId),
      standingTableId: table.id,
      startsAt: on(hours),
      topics,
    }),
  );
const lastOf = ({ sessions }: StandingTable) => sessions[0] ?? expect.fail('there is a session');
const decide = (of: StandingTable, texts: string[], bodyId: BodyId | null = null) => {
  const session = lastOf(of);
  const decisions = texts.map((text) => ({ id: newId(TableDecisionId), text, bodyId, due: null }));
  return act(world, coordinator, (context) =>
    recordTableSession(context, {
      standingTableId: table.id,
      sessionId: session.id,
      attended: 7,
      decisions,
      version: session.version,
    }),
  );
};

test('D9: refused: no household’s code, tax code or family’s name in any text of a table', async () => {
  const { code } = await makeHousehold(world);
  const held = await must(plan(['Ingressi di sera']));
  for (const words of [
    `Il caso ${code}`,
    `anche trm 7`,
    'BNHNWL95A41Z330K da collocare',
    'Trovare un posto alla famiglia Benhaddou',
    'Sentire la signora Koné',
  ]) {
    const refused = { code: 'invalid', fields: [{ code: 'case-data' }] };
    expect(await plan([words])).toMatchObject(refused);
    expect(await decide(held, [words])).toMatchObject(refused);
    expect(await open({ purpose: words })).toMatchObject(refused);
  }
  for (const words of ['La famiglia lo sa prima dell’équipe', 'Nucleo di tre persone: quali posti']) {
    await must(plan([words], -300 - words.length));
  }
});

test('D9: refused: a table is opened by the coordination, between bodies that are in the directory', async () => {
  expect(await open({}, casa.desk)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await open({ memberIds: [casa.body.id, hidden.body.id] })).toMatchObject({
    fields: [{ path: 'memberIds', code: 'unknown' }],
  });
  const other = await must(open());
  const change = () =>
    act(world, coordinator, (context) =>
      changeStandingTable(context, { ...draft, name: 'Tavolo nuovo', standingTableId: other.id, version: 1 }),
    );
  const both = await Promise.all([change(), change()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

test('D9: a decision is of a session that was held and of a member who sees to it, and is followed until it is done', async () => {
  const ahead = await must(plan(['Uscite senza casa'], 500));
  expect(await decide(ahead, ['Elenco comune'])).toMatchObject({ fields: [{ code: 'in-future' }] });
  const other = await must(open());
  const session = newId(TableSessionId);
  const held = await must(
    act(world, coordinator, (context) =>
      planTableSession(context, {
        id: session,
        standingTableId: other.id,
        startsAt: on(-1),
        topics: ['Posti'],
      }),
    ),
  );
  const decideThere = (bodyId: BodyId) =>
    act(world, coordinator, (context) =>
      recordTableSession(context, {
        standingTableId: held.id,
        sessionId: session,
        attended: 2,
        decisions: [{ id: newId(TableDecisionId), text: 'Un numero unico', bodyId, due: null }],
        version: 1,
      }),
    );
  expect(await decideThere(stranger.body.id)).toMatchObject({ fields: [{ code: 'not-at-table' }] });
  const after = await must(decideThere(service.body.id));
  expect(lastOf(after)).toMatchObject({
    attended: 2,
    decisions: [{ text: 'Un numero unico', responsible: { id: service.body.id }, state: 'open' }],
  });

  const [decision] = lastOf(after).decisions;
  const follow = (state: DecisionState, note: string, version: number) =>
    act(world, coordinator, (context) =>
      followDecision(context, {
        standingTableId: held.id,
        decisionId: decision?.id ?? expect.fail('there is a decision'),
        state,
        note,
        version,
      }),
    );
  expect(await follow('not_done', '', 1)).toMatchObject({ fields: [{ path: 'note', code: 'required' }] });
  await must(follow('not_done', 'Mancano i fondi', 1));
  expect(await follow('done', '', 1)).toMatchObject({ code: 'changed-meanwhile' });
  const done = await must(follow('done', '', 2));
  expect(lastOf(done).decisions).toMatchObject([{ state: 'done', note: '' }]);
});
