import { beforeAll, expect, test } from 'vitest';
import { sessionRoutes } from '../../../server/auth/routes.ts';
import {
  cancelConference,
  changeConference,
  holdConference,
} from '../../../server/records/conferences/commands.ts';
import { conferenceRoutes } from '../../../server/records/conferences/routes.ts';
import { decideGuestWords, inviteGuest } from '../../../server/records/guests/commands.ts';
import { readGuests } from '../../../server/records/guests/queries.ts';
import { guestRoutes } from '../../../server/records/guests/routes.ts';
import { openGuestLink } from '../../../server/records/guests/visit.ts';
import { changeStatus } from '../../../server/records/households/commands.ts';
import type { Actor } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import { GuestId, GuestWordsId, newId } from '../../../shared/ids.ts';
import { mostWordsWaiting } from '../../../shared/records/guests.ts';
import { type Client, clientOf, origin, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  guestDraft,
  type MadeConference,
  makeConference,
  makeGuest,
  openGuest,
} from '../../support/guests.ts';
import {
  act,
  join,
  type MadeHousehold,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { freeze as freezeOver } from '../../support/minutes.ts';
import { openSession } from '../../support/open-session.ts';
import { asRule, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const { app } = await startApp(world, {
  routes: (auth) => [...sessionRoutes(auth), ...guestRoutes(auth, origin, 'yes'), ...conferenceRoutes(null)],
  limitAddresses: true,
});

let household: MadeHousehold;
let chair: Actor;
let member: Actor;
let mediator: Actor;

beforeAll(async () => {
  household = await makeHousehold(world);
  const service = await makeService(world);
  chair = service.worker;
  member = await makeWorker(world, 'health');
  mediator = await makeWorker(world, 'mediator');
  for (const actor of [chair, member, mediator]) await join(world, household, actor);
});

const by = async ({ personId }: Actor): Promise<Client> => clientOf(app, await openSession(db, personId));
const pathOf = ({ conferenceId }: MadeConference, more = ''): string =>
  `/api/households/${household.id}/conferences/${conferenceId}/guests${more}`;
const lookedUp = { status: 410, body: { code: 'link-ended' } };

test('X1: whoever neither chairs, takes the minutes nor scheduled a conference asks nobody to it, and takes nobody off', async () => {
  const conference = await makeConference(world, household, chair);
  const { guestId } = await makeGuest(world, household, conference);
  for (const actor of [member, mediator]) {
    const client = await by(actor);
    for (const [method, path, body] of [
      ['POST', pathOf(conference), guestDraft()],
      ['POST', pathOf(conference, `/${guestId}/link`), undefined],
      ['DELETE', pathOf(conference, `/${guestId}`), undefined],
    ] as const) {
      expect(await client.call(method, path, body)).toMatchObject({
        status: 403,
        body: { code: 'not-yours-to-do' },
      });
    }
  }
  const stranger = await by(await makeWorker(world, 'social'));
  expect(await stranger.call('GET', pathOf(conference))).toMatchObject({ body: { code: 'not-available' } });
});

test('X1: nobody is asked to a conference that is over, frozen or of another household, nor with another’s id', async () => {
  const householdId = household.id;
  const ask = (conference: MadeConference, draft = guestDraft()) =>
    act(world, household.tutor, (context) =>
      inviteGuest(context, { householdId, conferenceId: conference.conferenceId, ...draft }),
    );
  const past = await makeConference(world, household, chair, {
    start: instantOf(new Date(Date.now() - 4 * 3_600_000)),
  });
  expect(await ask(past)).toMatchObject({ code: 'wrong-state' });
  expect(await ask(past, guestDraft({ hoursAfter: 24 }))).toMatchObject({ ok: true });
  const frozen = await makeConference(world, household, chair);
  await hold(frozen);
  await freeze(frozen);
  expect(await ask(frozen)).toMatchObject({ code: 'wrong-state' });
  const other = await makeHousehold(world, { tutor: household.tutor });
  await join(world, other, chair);
  expect(await ask(await makeConference(world, other, chair))).toMatchObject({
    code: 'not-available',
  });
  const [first, second] = [
    await makeConference(world, household, chair),
    await makeConference(world, household, chair),
  ];
  const draft = guestDraft();
  expect(await ask(first, draft)).toMatchObject({ ok: true });
  expect(await ask(second, draft)).toMatchObject({ code: 'not-available' });
  expect(await ask(first, draft)).toMatchObject({ ok: true, value: { token: null } });
  expect(
    await (await by(household.tutor)).call('POST', pathOf(first), {
      ...draft,
      id: newId(GuestId),
      hoursAfter: 25,
    }),
  ).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'hoursAfter' }] },
  });
});

/** Every way a link ends, and what the holder then does. */
const ends: Record<string, (conference: MadeConference, guestId: GuestId) => Promise<unknown>> = {
  'its guest was taken off': async (conference, guestId) =>
    (await by(household.tutor)).call('DELETE', pathOf(conference, `/${guestId}`)),
  'another was made': async (conference, guestId) =>
    (await by(household.tutor)).call('POST', pathOf(conference, `/${guestId}/link`)),
  'the minutes were frozen': async (conference) => {
    await hold(conference);
    await freeze(conference);
  },
  'the conference was cancelled': ({ conferenceId }) =>
    must(
      act(world, household.tutor, (context) =>
        cancelConference(context, { householdId: household.id, conferenceId, reason: 'Neve.' }),
      ),
    ),
  'the conference was moved': ({ conferenceId }) =>
    must(
      act(world, household.tutor, (context) =>
        changeConference(
          context,
          { householdId: household.id, conferenceId },
          { version: 1, start: instantOf(new Date(Date.now() - 86_400_000)) },
        ),
      ),
    ),
  'its hour has come': ({ conferenceId }) =>
    db.sql`update conference set start = now() - interval '3 hours' where id = ${conferenceId}`,
};

test.each(Object.keys(ends))(
  'X1: a link and its cookie end when %s, and answer as one that never was',
  async (how) => {
    const conference = await makeConference(world, household, chair);
    const { guestId, token } = await makeGuest(world, household, conference);
    const guest = clientOf(app, await openGuest(world, token));
    expect(await guest.call('GET', '/api/guest')).toMatchObject({ status: 200 });
    await ends[how]?.(conference, guestId);
    const never = await clientOf(app).call('POST', '/api/guest/session', { token: 'x'.repeat(43) });
    const ended = await clientOf(app).call('POST', '/api/guest/session', { token });
    expect(never).toMatchObject(lookedUp);
    expect([ended.status, ended.body]).toEqual([never.status, never.body]);
    expect(ended.headers.get('set-cookie')).toBeNull();
    expect(await guest.call('GET', '/api/guest')).toMatchObject(lookedUp);
    expect(
      await guest.call('POST', '/api/guest/words', { id: newId(GuestWordsId), text: 'Ancora una cosa.' }),
    ).toMatchObject(lookedUp);
  },
);

test('X1: a closed household’s guests are out', async () => {
  const closing = await makeHousehold(world);
  await join(world, closing, chair);
  const { token } = await makeGuest(world, closing, await makeConference(world, closing, chair));
  const guest = clientOf(app, await openGuest(world, token));
  for (const status of ['enrolled', 'closed'] as const) {
    await must(
      act(world, closing.tutor, (context) =>
        changeStatus(context, { householdId: closing.id, status, reason: 'Deciso.' }),
      ),
    );
  }
  expect(await guest.call('GET', '/api/guest')).toMatchObject(lookedUp);
});

test('X1: a link that is opened too early says when, and lets nobody in', async () => {
  const start = instantOf(new Date(Date.now() + 3_600_000));
  const { token } = await makeGuest(
    world,
    household,
    await makeConference(world, household, chair, { start }),
  );
  const early = await clientOf(app).call('POST', '/api/guest/session', { token });
  const opensAt = instantOf(new Date(Date.parse(start) - 30 * 60_000));
  expect(early).toMatchObject({ status: 200, body: { language: 'it', opensAt } });
  expect(early.headers.get('set-cookie')).toBeNull();
});

test('X1: the second browser that opens a link is let in and the first is out; of ten at once one stays', async () => {
  const { token } = await makeGuest(world, household, await makeConference(world, household, chair));
  const first = await openGuest(world, token);
  const second = await openGuest(world, token);
  expect(await clientOf(app, first).call('GET', '/api/guest')).toMatchObject(lookedUp);
  expect(await clientOf(app, second).call('GET', '/api/guest')).toMatchObject({ status: 200 });
  const cookies = await Promise.all(Array.from({ length: 10 }, () => openGuest(world, token)));
  const answers = await Promise.all(cookies.map((cookie) => clientOf(app, cookie).call('GET', '/api/guest')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(410)]);
});

test('X1: of two who take a guest’s words at the same moment one does; a reader and a frozen conference take none', async () => {
  const conference = await makeConference(world, household, chair);
  const { conferenceId } = conference;
  const { guestId, token } = await makeGuest(world, household, conference);
  const guest = clientOf(app, await openGuest(world, token));
  const [wordsId, late] = [newId(GuestWordsId), newId(GuestWordsId)];
  for (const id of [wordsId, late])
    await guest.call('POST', '/api/guest/words', { id, text: 'Ilyas chiede sempre dov’è suo padre.' });
  const decide = (actor: Actor, id: GuestWordsId, state: 'taken' | 'set-aside') =>
    act(world, actor, (context) =>
      decideGuestWords(context, { householdId: household.id, conferenceId, guestId, wordsId: id, state }),
    );
  expect(await decide(mediator, wordsId, 'taken')).toMatchObject({ code: 'not-yours-to-do' });
  const race = await Promise.all(
    [household.tutor, chair, member, household.tutor].map((actor) => decide(actor, wordsId, 'taken')),
  );
  expect(race.map((outcome) => (outcome.ok ? 'taken' : outcome.code)).sort()).toEqual([
    'changed-meanwhile',
    'changed-meanwhile',
    'changed-meanwhile',
    'taken',
  ]);
  expect(await decide(chair, wordsId, 'set-aside')).toMatchObject({ code: 'changed-meanwhile' });
  await hold(conference);
  await freeze(conference);
  expect(await decide(chair, late, 'taken')).toMatchObject({ code: 'wrong-state' });
});

test('X1: a guest’s words are hers alone, once, not empty, not endless and not too many at a time', async () => {
  const conference = await makeConference(world, household, chair);
  const [one, two] = [
    await makeGuest(world, household, conference),
    await makeGuest(world, household, conference),
  ];
  const [first, second] = [
    clientOf(app, await openGuest(world, one.token)),
    clientOf(app, await openGuest(world, two.token)),
  ];
  const id = newId(GuestWordsId);
  for (const text of ['  ', 'a'.repeat(2001)]) {
    expect(await first.call('POST', '/api/guest/words', { id, text })).toMatchObject({ status: 422 });
  }
  const words = { id, text: 'A scuola Ilyas disegna case.' };
  expect(
    await first.call('POST', '/api/guest/words', words, { origin: 'https://elsewhere.example' }),
  ).toMatchObject({
    body: { code: 'wrong-origin' },
  });
  for (const _ of [1, 2])
    expect(await first.call('POST', '/api/guest/words', words)).toMatchObject({ status: 200 });
  expect(await second.call('POST', '/api/guest/words', words)).toMatchObject({
    body: { code: 'not-available' },
  });
  const more = await Promise.all(
    Array.from({ length: mostWordsWaiting + 3 }, () =>
      first.call('POST', '/api/guest/words', { id: newId(GuestWordsId), text: 'Ancora.' }),
    ),
  );
  expect(more.filter(({ status }) => status === 200)).toHaveLength(mostWordsWaiting - 1);
  expect(more.filter(({ status }) => status === 429)).toHaveLength(4);
  expect(await second.call('GET', '/api/guest')).toMatchObject({ body: { words: [] } });
});

test('X1: a guest sees the conference and who leads it, and no name, code or record of the family', async () => {
  const conference = await makeConference(world, household, chair, {
    videoUrl: 'https://meet.example.org/stanza',
  });
  const client = await by(chair);
  const draft = guestDraft({ language: 'fr' });
  const invited = await client.call('POST', pathOf(conference), draft);
  const { link, guest } = invited.body as { link: string; guest: { state: string } };
  expect(guest.state).toBe('invited');
  expect(link).toMatch(new RegExp(`^${origin}/guest#[A-Za-z0-9_-]{43}$`));
  const token = link.slice(link.indexOf('#') + 1);
  const opened = await clientOf(app).call('POST', '/api/guest/session', { token });
  expect(opened.body).toEqual({ language: 'fr', opensAt: null });
  const cookie = opened.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^trama_guest=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=43200$/);
  const her = clientOf(app, cookie.slice(0, cookie.indexOf(';')));
  const seen = await her.call('GET', '/api/guest');
  expect(seen).toMatchObject({
    status: 200,
    body: {
      guest: { id: draft.id, name: 'Irene Colla', language: 'fr' },
      conference: {
        title: 'Verifica del progetto',
        videoUrl: 'https://meet.example.org/stanza',
        openPointId: null,
      },
      minutesId: conference.minutesId,
      words: [],
    },
  });
  expect(JSON.stringify(seen.body)).not.toMatch(
    new RegExp(`Idrissi|Samira|${household.code}|${household.id}|version|askedBy`),
  );
  const stored = await db.sql`select token_hash, session_hash, name from guest where id = ${draft.id}`;
  expect(JSON.stringify(stored)).not.toContain(token);

  const id = newId(GuestWordsId);
  await her.call('POST', '/api/guest/words', { id, text: 'Ilyas dorme in classe.' });
  const listed = await must(
    readGuests(db.orm, mediator, { householdId: household.id, ...conference }, world.now()),
  );
  expect(listed).toMatchObject({
    guests: [{ id: draft.id, state: 'opened', mailed: false }],
    words: [{ id, text: 'Ilyas dorme in classe.', state: 'waiting', guest: { name: 'Irene Colla' } }],
    can: { invite: false, decide: false },
  });
  const taking = { state: 'taken' };
  expect(await client.call('POST', pathOf(conference, `/${draft.id}/words/${id}`), taking)).toMatchObject({
    status: 200,
  });
  expect(await her.call('GET', '/api/guest')).toMatchObject({ body: { words: [{ id, state: 'taken' }] } });

  expect(await her.call('DELETE', '/api/guest/session')).toMatchObject({ status: 200 });
  expect(await her.call('GET', '/api/guest')).toMatchObject(lookedUp);
  expect(await asRule(world, (occasion) => openGuestLink(occasion, token))).toMatchObject({ ok: true });
  const told = await db.sql<{ kind: string }[]>`
    select kind from activity where event ->> 'guestId' = ${draft.id} order by seq`;
  expect(told.map(({ kind }) => kind)).toEqual([
    'guest.invited',
    'guest.opened',
    'guest-words.sent',
    'guest-words.taken',
    'guest.opened',
  ]);
});

test('X1: a link that is mailed is told to nobody else, and its letter says nothing of the family', async () => {
  const conference = await makeConference(world, household, chair);
  const draft = guestDraft({ email: 'Irene.Colla@scuola.example.org', language: 'ar' });
  const invited = await (await by(chair)).call('POST', pathOf(conference), draft);
  expect(invited).toMatchObject({ status: 200, body: { link: null, guest: { mailed: true } } });
  const [letter, ...more] = await db.sql<{ address: string; language: string; data: { token: string } }[]>`
    select address, language, data from letter where once = ${`guest:${draft.id}`}`;
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ address: 'irene.colla@scuola.example.org', language: 'ar' });
  expect(JSON.stringify(letter)).not.toMatch(/Idrissi|Samira|Verifica/);
  const opened = await clientOf(app).call('POST', '/api/guest/session', { token: letter?.data.token });
  expect(opened.body).toMatchObject({ language: 'ar', opensAt: null });
  expect(JSON.stringify(await db.sql`select * from guest where id = ${draft.id}`)).not.toContain(
    'scuola.example',
  );
});

test('X1: links can’t be guessed by trying', async () => {
  const guess = () => clientOf(app).call('POST', '/api/guest/session', { token: crypto.randomUUID() });
  const codes = (await Promise.all(Array.from({ length: 80 }, guess))).map(({ status }) => status);
  expect(codes).toContain(429);
});

const hold = ({ conferenceId }: MadeConference) =>
  must(
    act(world, household.tutor, (context) =>
      holdConference(context, { householdId: household.id, conferenceId }),
    ),
  );
const freeze = ({ conferenceId }: MadeConference) =>
  must(
    freezeOver(
      world,
      { of: { householdId: household.id, conferenceId }, chair },
      { withoutQuorum: 'Chi mancava ha scritto.' },
    ),
  );
