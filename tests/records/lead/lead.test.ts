/** B2 and B3: one public service holds the regia; it passes by a proposal that is answered; never a gap, never two. */
import { expect, test } from 'vitest';
import { connect, isExclusionViolation } from '../../../server/db/connect.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import { acceptLead, declineLead, proposeLead, withdrawLead } from '../../../server/records/lead/commands.ts';
import { readCandidates, readLeadHistory } from '../../../server/records/lead/queries.ts';
import { LeadProposalId, newId } from '../../../shared/ids.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  giveLead,
  join,
  makeAssociation,
  makeHousehold,
  makeService,
  makeWorker,
  propose,
  type Service,
} from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const reason = 'Il nodo è la casa.';

const proposalTo = ({ body, worker }: Service) => ({
  id: newId(LeadProposalId),
  bodyId: body.id,
  personId: worker.personId,
  reason,
});

test('B2: the regia is pending until a service accepts it', async () => {
  const household = await makeHousehold(world);
  const page = await must(readHousehold(db.orm, household.tutor, household.id));
  expect([page.lead, page.leadProposal]).toEqual([null, null]);
});

test('B2: refused: a regia held by a tutor, the third sector or a private body', async () => {
  const household = await makeHousehold(world);
  const association = await makeAssociation(world);
  const social = await makeService(world);
  const clinic = await makeBody(world, { kind: 'hospital', sector: 'health', public: false });
  const nurse = await makeWorker(world, 'health', clinic.id);
  const candidates: Service[] = [
    association,
    { body: social.body, worker: household.tutor },
    { body: social.body, worker: association.worker },
    { body: clinic, worker: nurse },
    { body: social.body, worker: nurse },
  ];
  for (const candidate of candidates) {
    const refused = await act(world, household.tutor, (context) =>
      proposeLead(context, { householdId: household.id, ...proposalTo(candidate) }),
    );
    expect(refused).toEqual({ ok: false, code: 'lead-must-be-public-service' });
  }
});

test('B2: refused: a proposal by whoever has nothing to do with the household, nor do they learn that it exists', async () => {
  const household = await makeHousehold(world);
  const service = await makeService(world);
  const refused = await act(world, service.worker, (context) =>
    proposeLead(context, { householdId: household.id, ...proposalTo(service) }),
  );
  expect(refused).toEqual({ ok: false, code: 'not-available' });
});

test('B2: candidates are public services with somebody to name', async () => {
  const household = await makeHousehold(world);
  const service = await makeService(world, 'health');
  const empty = await makeBody(world, { name: 'Servizio senza persone' });
  await makeAssociation(world);
  const { candidates } = await must(readCandidates(db.orm, household.tutor, household.id));
  expect(candidates.find(({ body }) => body.id === service.body.id)?.people[0]?.id).toBe(
    service.worker.personId,
  );
  expect(candidates.some(({ body }) => body.id === empty.id)).toBe(false);
  expect(candidates.every(({ body }) => body.public)).toBe(true);
});

test('B2: of twenty simultaneous proposals one wins, and the others are told that one waits', async () => {
  const household = await makeHousehold(world);
  const services = await Promise.all(Array.from({ length: 20 }, () => makeService(world)));
  const pool = connect(db.url, { max: 20 });
  try {
    await Promise.all(services.map(() => pool.sql`select pg_sleep(0.05)`)); // opens all twenty connections
    const outcomes = await Promise.all(
      services.map((service) =>
        act({ ...world, db: pool }, household.tutor, (context) =>
          proposeLead(context, { householdId: household.id, ...proposalTo(service) }),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'proposal-pending')).toHaveLength(19);
  } finally {
    await pool.close();
  }
});

test('B3: the same proposal sent twice is one', async () => {
  const household = await makeHousehold(world);
  const input = { householdId: household.id, ...proposalTo(await makeService(world)) };
  const send = () => act(world, household.tutor, (context) => proposeLead(context, input));
  expect(await must(send())).toEqual(await must(send()));
});

test('B3: refused: an answer of another body, or of whoever proposed', async () => {
  const household = await makeHousehold(world);
  const proposalId = await propose(world, household, await makeService(world));
  const other = await makeService(world);
  const answer = { householdId: household.id, proposalId };
  expect(await act(world, other.worker, (context) => acceptLead(context, answer))).toEqual({
    ok: false,
    code: 'not-available',
  });
  expect(await act(world, household.tutor, (context) => acceptLead(context, answer))).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
});

test('B3: a service that is asked sees the household, not the case, until it answers', async () => {
  const household = await makeHousehold(world);
  const service = await makeService(world);
  const proposalId = await propose(world, household, service);
  const page = await must(readHousehold(db.orm, service.worker, household.id));
  expect(page.leadProposal).toMatchObject({ id: proposalId, mine: 'to-answer' });
  expect([page.can.seeCase, page.documents]).toEqual([false, []]);
  // What it needs to decide, and no more: who they are, not where they come from.
  expect(page.members).toMatchObject([
    { name: 'Samira Idrissi', relation: 'mother', languages: [], birthCountry: null, pregnancy: null },
  ]);
  const tutors = await must(readHousehold(db.orm, household.tutor, household.id));
  expect(tutors.members).toMatchObject([{ languages: ['ar'], birthCountry: 'Marocco' }]);
  await must(
    act(world, service.worker, (context) =>
      declineLead(context, { householdId: household.id, proposalId, reason: 'Fuori zona.' }),
    ),
  );
  expect(await readHousehold(db.orm, service.worker, household.id)).toMatchObject({ code: 'not-available' });
});

test('B3: accepting opens the tenure, puts the named person in the team and steps the access epoch', async () => {
  const household = await makeHousehold(world);
  const service = await makeService(world, 'health');
  const proposalId = await propose(world, household, service);
  const epoch = async () =>
    (
      await db.sql<{ access_epoch: number }[]>`select access_epoch from household where id = ${household.id}`
    )[0]?.access_epoch ?? 0;
  const before = await epoch();
  await must(
    act(world, service.worker, (context) => acceptLead(context, { householdId: household.id, proposalId })),
  );
  expect(await epoch()).toBeGreaterThan(before);
  const page = await must(readHousehold(db.orm, service.worker, household.id));
  expect(page.lead).toMatchObject({ body: { id: service.body.id }, person: { id: service.worker.personId } });
  expect(page.careTeam.find(({ person }) => person.id === service.worker.personId)?.role).toBe('health');
});

test('B3: a handover has no gap and no overlap', async () => {
  const household = await makeHousehold(world);
  const [first, second] = [await makeService(world, 'health'), await makeService(world, 'social')];
  await giveLead(world, household, first);
  await giveLead(world, household, second, first.worker);
  const { tenures, proposals } = await must(readLeadHistory(db.orm, household.tutor, household.id));
  expect(tenures.map(({ person }) => person.id)).toEqual([second.worker.personId, first.worker.personId]);
  expect(tenures[1]?.to).toBe(tenures[0]?.from);
  expect(proposals.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
});

test('B3: once it is held, only the service that holds it passes it on', async () => {
  const household = await makeHousehold(world);
  const [holder, next] = [await makeService(world), await makeService(world)];
  await giveLead(world, household, holder);
  const refused = await act(world, household.tutor, (context) =>
    proposeLead(context, { householdId: household.id, ...proposalTo(next) }),
  );
  expect(refused).toEqual({ ok: false, code: 'not-yours-to-do' });
  await propose(world, household, next, holder.worker);
});

test('B3: of many answers at once one wins and the others find it answered', async () => {
  const household = await makeHousehold(world);
  const service = await makeService(world);
  const colleagues = await Promise.all(
    Array.from({ length: 9 }, () => makeWorker(world, 'social', service.body.id)),
  );
  const answer = { householdId: household.id, proposalId: await propose(world, household, service) };
  const outcomes = await Promise.all(
    [service.worker, ...colleagues].map((colleague, i) =>
      act(world, colleague, (context) =>
        i % 2 === 0
          ? acceptLead(context, answer)
          : declineLead(context, { ...answer, reason: 'Fuori zona.' }),
      ),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'wrong-state')).toHaveLength(9);
});

test('B3: whoever proposed takes it back while it waits, nobody else', async () => {
  const household = await makeHousehold(world);
  const social = await makeService(world);
  await join(world, household, social.worker);
  const proposalId = await propose(world, household, await makeService(world));
  const withdraw = { householdId: household.id, proposalId };
  expect(await act(world, social.worker, (context) => withdrawLead(context, withdraw))).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
  await must(act(world, household.tutor, (context) => withdrawLead(context, withdraw)));
  expect(await act(world, household.tutor, (context) => withdrawLead(context, withdraw))).toEqual({
    ok: false,
    code: 'wrong-state',
  });
});

test('B3: refused: a second tenure on the same days, by the database itself', async () => {
  const household = await makeHousehold(world);
  const [holder, other] = [await makeService(world), await makeService(world)];
  await giveLead(world, household, holder);
  const proposalId = await propose(world, household, other, holder.worker);
  const second = db.sql`
    insert into lead_tenure
      (household_id, proposal_id, body_id, person_id, since, until, reason, proposed_by, accepted_by)
    values (${household.id}, ${proposalId}, ${other.body.id}, ${other.worker.personId}, '2020-01-01', '2099-01-01',
      'prova', ${holder.worker.personId}, ${other.worker.personId})`;
  expect(isExclusionViolation(await second.catch((error: unknown) => error))).toBe(true);
});
