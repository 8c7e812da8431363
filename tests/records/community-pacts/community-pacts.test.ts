/** C9: bodies and volunteers of a neighbourhood bind themselves, each by its own signature. */
import { expect, test } from 'vitest';
import {
  changeCommunityPact,
  signCommunityPact,
  writeCommunityPact,
} from '../../../server/records/community-pacts/commands.ts';
import { readCommunityPacts } from '../../../server/records/community-pacts/queries.ts';
import { addDays, type Day, dayOf } from '../../../shared/dates.ts';
import { type BodyId, CommunityPactId, newId } from '../../../shared/ids.ts';
import {
  type CommunityPact,
  type CommunityPactDraft,
  pactState,
} from '../../../shared/records/community-pacts.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeAssociation, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';
import { makeCasa, makeConcealed } from '../../support/territory.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const coordinator = await makeWorker(world, 'coordinator');
const casa = await makeCasa(world);
const [mothers, others] = [await makeAssociation(world), await makeAssociation(world)];

const pactOf = (given: Partial<CommunityPactDraft> = {}): CommunityPactDraft => ({
  id: newId(CommunityPactId),
  name: 'Nessuna mamma da sola',
  area: 'Barriera di Milano',
  startsOn: addDays(today, -10),
  endsOn: addDays(today, 300),
  bodyIds: [casa.body.id, mothers.body.id],
  volunteers: [{ bodyId: mothers.body.id, count: 6, skills: ['spesa'], hoursPerMonth: 30 }],
  interventions: ['Visite nei quaranta giorni dopo il parto'],
  publicLink: 'Segnala chi può avere diritto alle misure di inclusione.',
  ...given,
});
const write = (draft: CommunityPactDraft, by = coordinator) =>
  act(world, by, (context) => writeCommunityPact(context, draft));
const sign = (pact: CommunityPact, bodyId: BodyId, on: Day = today, by = coordinator) =>
  act(world, by, (context) => signCommunityPact(context, { communityPactId: pact.id, bodyId, on }));

test('C9: refused: a pact written by a Casa, an end before the beginning, a secret body, a family’s name', async () => {
  expect(await write(pactOf(), casa.desk)).toMatchObject({ code: 'not-yours-to-do' });
  const hidden = await makeConcealed(world);
  for (const [given, path] of [
    [{ endsOn: addDays(today, -10) }, 'endsOn'],
    [{ bodyIds: [casa.body.id, hidden.body.id] }, 'bodyIds'],
    [{ volunteers: [{ bodyId: hidden.body.id, count: 1, skills: [], hoursPerMonth: 1 }] }, 'volunteers'],
    [{ interventions: ['Spesa per la signora Benhaddou'] }, 'interventions'],
  ] as const) {
    const draft = pactOf(given as Partial<CommunityPactDraft>); // tuples are read-only
    expect(await write(draft)).toMatchObject({ code: 'invalid', fields: [{ path }] });
  }
});

test('C9: a body signs for itself, today or before', async () => {
  const pact = await must(write(pactOf()));
  expect(await sign(pact, mothers.body.id, addDays(today, 1))).toMatchObject({
    fields: [{ code: 'in-future' }],
  });
  expect(await sign(pact, mothers.body.id, today, casa.desk)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await sign(pact, others.body.id)).toMatchObject({ fields: [{ code: 'not-in-pact' }] });
  expect(pactState(pact, today)).toBe('waiting');
  await must(sign(pact, casa.body.id, addDays(today, -3), casa.desk));
  const both = await Promise.all([
    sign(pact, mothers.body.id, today, mothers.worker),
    sign(pact, mothers.body.id, addDays(today, -1)),
  ]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  const told = await db.sql`select from activity where kind = 'community-pact.signed'`;
  expect(told).toHaveLength(2);
  const { pacts } = await readCommunityPacts(db.orm, others.worker);
  const signed = pacts.find(({ id }) => id === pact.id) ?? expect.fail('the pact is there');
  expect(pactState(signed, today)).toBe('in_force');
  expect(pactState(signed, addDays(today, 301))).toBe('ended');
});

test('C9: a body that has signed stays in the pact; one that has not may be left out', async () => {
  const { id, ...draft } = pactOf({ bodyIds: [casa.body.id, mothers.body.id, others.body.id] });
  const pact = await must(write({ id, ...draft }));
  await must(sign(pact, casa.body.id));
  const change = () =>
    act(world, coordinator, (context) =>
      changeCommunityPact(context, {
        ...draft,
        bodyIds: [mothers.body.id, others.body.id],
        communityPactId: id,
        version: 1,
      }),
    );
  const changed = await must(change());
  expect(changed.bodies.map(({ body }) => body.id)).toContain(casa.body.id);
  expect(changed.bodies).toHaveLength(3);
  expect(await change()).toMatchObject({ code: 'changed-meanwhile' });
});
