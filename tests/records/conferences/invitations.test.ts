/** X1: those asked are written to, with an invitation their calendar reads (RFC 5545, RFC 5546) and no case content. */
import ICAL from 'ical.js';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { askForPoint } from '../../../server/records/conferences/agenda.ts';
import {
  cancelConference,
  changeConference,
  scheduleConference,
} from '../../../server/records/conferences/commands.ts';
import { instantOf } from '../../../shared/dates.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { ConferenceDraft } from '../../../shared/records/conferences.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  giveLead,
  join,
  makeFamilyAccount,
  makeHousehold,
  makeService,
} from '../../support/households.ts';
import { makeBody, makePerson, must, worldOn } from '../../support/people.ts';
import { createTestAuthority, openProvider, serveSync } from '../../support/sync-world.ts';
import { until } from '../../support/until.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world, { name: 'Idrissi' });
const lead = await makeService(world);
await giveLead(world, household, lead);
const reader = await makePerson(world, {
  function: 'health',
  name: 'Nadia, «la» ; Farès "N" \\ باسم طويل جدًّا يتجاوز سطرًا واحدًا من سطور التقويم',
  screenLanguage: 'ar',
});
await join(world, household, reader.actor);
const office = { origin: 'https://trama.test', organizer: 'trama@trama.test' };

type Posted = {
  to: PersonId;
  template: string;
  data: Record<string, unknown>;
  type: string;
  event: ICAL.Event;
  text: string;
};
async function posted(): Promise<Posted[]> {
  const rows = await db.sql<
    {
      person_id: PersonId;
      template: string;
      data: Record<string, unknown>;
      attachments: { type: string; content: string }[];
    }[]
  >`delete from letter returning person_id, template, data, attachments`;
  return rows.map(({ person_id: to, template, data, attachments: [file] }) => {
    const { type, content: text } = file ?? expect.fail('an invitation is attached');
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(type).toBe(`text/calendar; method=${calendar.getFirstPropertyValue('method')}`);
    const event = calendar.getFirstSubcomponent('vevent') ?? expect.fail('a calendar has an event');
    return { to, template, data, type, text, event: new ICAL.Event(event) };
  });
}
const said = ({ event }: Posted, name: string) => event.component.getFirstPropertyValue(name);
const schedule = (given: Partial<ConferenceDraft>) =>
  must(
    act(world, household.tutor, (context) =>
      scheduleConference(
        context,
        { householdId: household.id, ...conferenceWith(household, lead.worker, given) },
        office,
      ),
    ),
  );
const change = (planned: { id: ConferenceDraft['id']; version: number }, given: object) =>
  must(
    act(world, household.tutor, (context) =>
      changeConference(
        context,
        { householdId: household.id, conferenceId: planned.id },
        { ...given, version: planned.version },
        office,
      ),
    ),
  );

test('X1: a refused plan writes to nobody', async () => {
  const refused = await act(world, household.tutor, (context) =>
    scheduleConference(
      context,
      { householdId: household.id, ...conferenceWith(household, household.tutor) },
      office,
    ),
  );
  expect(refused.ok).toBe(false);
  expect(await posted()).toEqual([]);
});

test('X1: the invitation holds the hour, the place and the code, nothing else; it grows with each change and ends', async () => {
  const place = await makeBody(world, { name: 'Casa nel Parco; sala "B", piano 1' });
  // The hour after Rome's clocks go forward.
  const start = instantOf(new Date('2027-03-28T01:30:00Z'));
  const planned = await schedule({
    title: 'La casa di Samira',
    agenda: [{ id: 'a1', title: 'Lo sfratto', minutes: 20, askedById: null }],
    start,
    minutesLong: 45,
    mode: 'mixed',
    placeId: place.id,
    videoUrl: 'https://meet.example.org/trama',
    invitedIds: [reader.id],
  });
  const first = await posted();
  expect(first.map(({ to }) => to).sort()).toEqual(
    [lead.worker.personId, household.tutor.personId, reader.id].sort(),
  );
  const own = first.find(({ to }) => to === reader.id) ?? expect.fail('she is written to');
  expect(own.event.uid).toBe(planned.id);
  expect(own.event.startDate.toJSDate().toISOString()).toBe(start);
  expect(own.event.endDate.toJSDate().toISOString()).toBe('2027-03-28T02:15:00.000Z');
  expect(own.event.location).toBe('Casa nel Parco; sala "B", piano 1');
  expect(own.event.summary).toContain(household.code);
  expect(own.event.attendees).toHaveLength(1);
  expect(own.event.organizer).toBe('mailto:trama@trama.test');
  expect(said(own, 'url')).toBe(`https://trama.test/households/${household.id}/conferences/${planned.id}`);
  expect(own.event.description).toContain('https://meet.example.org/trama');
  expect([own.event.sequence, said(own, 'status'), own.type]).toEqual([
    0,
    'CONFIRMED',
    'text/calendar; method=REQUEST',
  ]);
  // RFC 5545 §3.1: no line is longer than 75 octets, and none ends inside a letter.
  for (const line of own.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(own.text).not.toContain('\uFFFD');
  for (const letter of first)
    for (const secret of ['Samira', 'Idrissi', 'sfratto'])
      expect(JSON.stringify(letter.data) + letter.text).not.toContain(secret);

  // The agenda isn't in it, so nobody is written to.
  const same = await change(planned, { agenda: [{ ...planned.agenda[0], minutes: 25 }] });
  expect(await posted()).toEqual([]);
  const family = await makeFamilyAccount(world, household);
  const asked = await change(same, { familyInvited: true });
  const [toFamily, ...others] = await posted();
  expect(others).toEqual([]);
  expect(toFamily?.to).toBe(family.personId);
  expect(toFamily?.data).toMatchObject({ news: 'invited', page: '/conferences' });

  const moved = await change(asked, {
    start: instantOf(new Date(Date.parse(start) + 3_600_000)),
    invitedIds: [],
  });
  const news = await posted();
  const methodTo = (personId: PersonId) => news.find(({ to }) => to === personId)?.data.news;
  expect([methodTo(lead.worker.personId), methodTo(family.personId), methodTo(reader.id)]).toEqual([
    'changed',
    'changed',
    'cancelled',
  ]);
  const sequence = news[0]?.event.sequence ?? 0;
  expect(sequence).toBeGreaterThan(toFamily?.event.sequence ?? 0);

  await must(
    act(world, household.tutor, (context) =>
      cancelConference(
        context,
        { householdId: household.id, conferenceId: moved.id, reason: 'Sciopero di tutti' },
        office,
      ),
    ),
  );
  const ended = await posted();
  expect(ended).toHaveLength(3);
  for (const letter of ended) {
    expect([letter.type, said(letter, 'status'), letter.event.uid]).toEqual([
      'text/calendar; method=CANCEL',
      'CANCELLED',
      planned.id,
    ]);
    expect(letter.event.sequence).toBeGreaterThan(sequence);
    expect(JSON.stringify(letter.data) + letter.text).not.toContain('Sciopero');
  }
});

test('X1: a place whose address is secret isn’t named in a letter', async () => {
  const place = await makeBody(world, { name: 'Casa rifugio Girasole' });
  await db.sql`update body set concealed = true where id = ${place.id}`;
  await schedule({ placeId: place.id, mode: 'in_person' });
  for (const letter of await posted()) {
    expect(letter.event.location ?? '').toBe('');
    expect(JSON.stringify(letter.data) + letter.text).not.toContain('Girasole');
  }
});

test('X1: a point asked for shows its heading to those who have the minutes open, who go on writing', async () => {
  const planned = await schedule({});
  const minutesId = planned.minutes ? planned.minutes.documentId : expect.fail('the tutor may open them');
  const { authority } = createTestAuthority(db);
  const server = await serveSync(db, authority);
  onTestFinished(server.close);
  const page = openProvider(server.url, minutesId, household.tutor.personId);
  onTestFinished(() => page.destroy());
  const words = () => minutesContent(page.doc).toString();
  await until(() => words().includes('Che cosa manca'));
  await must(
    act(world, lead.worker, (context) =>
      askForPoint(context, {
        householdId: household.id,
        conferenceId: planned.id,
        id: 'n1',
        title: 'Il nido di Adam',
        minutes: null,
      }),
    ),
  );
  await server.sync.lookAgain();
  await until(() => words().includes('Il nido di Adam'));
  page.doc.transact(() => minutesContent(page.doc).push([new Y.XmlElement('paragraph')]));
  const stored = async () =>
    (await db.sql<{ head_seq: string }[]>`select head_seq from document where id = ${minutesId}`)[0]
      ?.head_seq;
  await expect.poll(async () => Number(await stored())).toBe(3);
});
