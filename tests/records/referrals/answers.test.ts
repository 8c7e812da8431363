/** B9: the receiving body answers through a link, without an account, once. */
import { expect, test } from 'vitest';
import { sessionRoutes } from '../../../server/auth/routes.ts';
import { changeStatus } from '../../../server/records/households/commands.ts';
import { requestReferral, updateReferral } from '../../../server/records/referrals/commands.ts';
import { referralRoutes } from '../../../server/records/referrals/routes.ts';
import { newId, ReferralId } from '../../../shared/ids.ts';
import type { Referral } from '../../../shared/records/referrals.ts';
import { clientOf, origin, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, join, type MadeHousehold, makeHousehold } from '../../support/households.ts';
import { makeBody, makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
let now = new Date();
const shifting = { ...world, now: () => now };
const body = await makeBody(world, {
  name: 'Consultorio di via Pietra',
  sector: 'health',
  kind: 'family_clinic',
});
const [tutor, mediator] = [
  await makePerson(world, { function: 'tutor', name: 'Paola Ruffinatto' }),
  await makePerson(world, { function: 'mediator' }),
];
const household = await makeHousehold(world, { tutor: tutor.actor, name: 'Cognome Riservato' });
await join(world, household, mediator.actor);
const routes = {
  routes: (auth: Parameters<typeof sessionRoutes>[0]) => [
    ...sessionRoutes(auth),
    ...referralRoutes(auth, origin),
  ],
};
const app = await startApp(shifting, routes);
const [hers, nobody] = [await signedInClient(app, tutor), clientOf(app.app)];

const request = (of: MadeHousehold = household): Promise<Referral> =>
  must(
    act(world, of.tutor, (context) =>
      requestReferral(context, {
        householdId: of.id,
        id: newId(ReferralId),
        right: 'health',
        service: 'family_clinic',
        bodyId: body.id,
        memberId: of.motherId,
        goalId: null,
        note: 'Prima visita, con la mediatrice.',
      }),
    ),
  );
const linkPath = ({ householdId, id }: Referral) => `/api/households/${householdId}/referrals/${id}/link`;
async function linkOf(referral: Referral): Promise<string> {
  const made = await hers.call('POST', linkPath(referral), {});
  expect(made.status).toBe(200);
  const { link } = made.body as { link: string };
  expect(link).toMatch(`${origin}/answers/`);
  return link.replace(`${origin}/answers/`, '/api/answers/');
}
const accept = { status: 'accepted', outcome: null, note: 'Martedì alle 10.' };
const ended = { status: 410, body: { code: 'link-ended' } };

test('B9: refused: a link made by who writes no referrals, or for what is over', async () => {
  const referral = await request();
  const mediators = await signedInClient(app, mediator);
  expect((await mediators.call('POST', linkPath(referral), {})).status).toBe(404);
  await must(
    act(world, household.tutor, (context) =>
      updateReferral(context, {
        householdId: household.id,
        referralId: referral.id,
        status: 'cancelled',
        outcome: 'unresolved',
        version: referral.version,
      }),
    ),
  );
  expect(await hers.call('POST', linkPath(referral), {})).toMatchObject({ body: { code: 'wrong-state' } });
});

test('B9: refused: links that were used, replaced, ended, have expired or never were answer alike', async () => {
  const used = await linkOf(await request());
  expect((await nobody.call('POST', used, accept)).status).toBe(200);
  const replaced = await request();
  const first = await linkOf(replaced);
  const second = await linkOf(replaced);
  await hers.call('DELETE', linkPath(replaced), {});
  const expired = await linkOf(await request());
  const family = await makeHousehold(world, { tutor: tutor.actor });
  const closed = await linkOf(await request(family));
  await must(
    act(world, family.tutor, (context) =>
      changeStatus(context, { householdId: family.id, status: 'closed', reason: 'si è trasferita' }),
    ),
  );
  now = new Date(Date.now() + 30 * 86_400_000);
  const unknown = `/api/answers/${'x'.repeat(43)}`;
  const answers = [];
  for (const path of [used, first, second, expired, closed, unknown]) {
    answers.push(await nobody.call('GET', path), await nobody.call('POST', path, accept));
  }
  now = new Date();
  for (const { status, body: said } of answers) expect({ status, body: said }).toMatchObject(ended);
  expect(new Set(answers.map(({ body: said }) => JSON.stringify(said))).size).toBe(1);
});

test('B9: refused: an answer that isn’t a body’s to give, a no without a reason, an end without an outcome', async () => {
  const path = await linkOf(await request());
  expect(
    await nobody.call('POST', path, { ...accept, status: 'cancelled', outcome: 'refused' }),
  ).toMatchObject({
    body: { code: 'wrong-state' },
  });
  expect(
    await nobody.call('POST', path, { status: 'rejected', outcome: 'ineligible', note: '' }),
  ).toMatchObject({
    body: { fields: [{ path: 'note', code: 'required' }] },
  });
  expect(await nobody.call('POST', path, { ...accept, status: 'completed' })).toMatchObject({
    body: { fields: [{ path: 'outcome', code: 'required' }] },
  });
  expect((await nobody.call('POST', path, accept)).status).toBe(200); // the link outlived the mistakes
});

test('B9: refused: an address that tries links that never were, slow-down', async () => {
  const limited = await startApp(world, { ...routes, limitAddresses: true });
  const guesser = clientOf(limited.app);
  const codes = new Set<unknown>();
  for (let i = 0; i < 62; i++) {
    const { body: said } = await guesser.call('GET', `/api/answers/${String(i).padStart(43, 'x')}`);
    codes.add((said as { code: string }).code);
  }
  expect([...codes]).toEqual(['link-ended', 'slow-down']);
});

test('B9: the link shows what the service needs and nothing of the family beyond it', async () => {
  const path = await linkOf(await request());
  const { body: shown } = await nobody.call('GET', path);
  expect(shown).toMatchObject({
    right: 'health',
    service: 'family_clinic',
    to: 'Consultorio di via Pietra',
    from: { name: 'Paola Ruffinatto' },
    member: { initial: 'S', years: null, months: null },
    status: 'requested',
  });
  const text = JSON.stringify(shown);
  for (const secret of ['Riservato', 'Samira', 'Idrissi', household.code, household.id, household.motherId]) {
    expect(text).not.toContain(secret);
  }
  const [stored] = await db.sql<{ hash: Uint8Array }[]>`select token_hash as hash from referral_link limit 1`;
  expect(stored?.hash).toHaveLength(32);
});

test('B9: pressed twice at once it answers once, live for the team, by nobody with the body named', async () => {
  const referral = await request();
  const path = await linkOf(referral);
  const feed: string[] = [];
  const stop = app.tail.subscribe(({ event }) => void feed.push(event.kind));
  const answers = await Promise.all([1, 2, 3, 4].map(() => nobody.call('POST', path, accept)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  await expect.poll(() => feed).toContain('referral.answered');
  stop();
  const list = await hers.call('GET', `/api/households/${household.id}/referrals`);
  const found = (list.body as { referrals: Referral[] }).referrals.find(({ id }) => id === referral.id);
  expect(found).toMatchObject({ status: 'accepted', link: null });
  expect(found?.steps.at(-1)).toMatchObject({ by: null, byBody: { id: body.id }, note: 'Martedì alle 10.' });
  const [entry] = await db.sql`
    select actor_id, event from activity where kind = 'referral.answered' and event ->> 'referralId' = ${referral.id}`;
  expect(entry).toMatchObject({ actor_id: null, event: { bodyId: body.id, to: 'accepted' } });
});
