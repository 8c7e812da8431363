/** X14: a letter is posted with what it tells, and reaches its mail server once, in its reader's language. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { World } from '../../server/command.ts';
import { inTransaction } from '../../server/db/connect.ts';
import { createMailer } from '../../server/mail/mailer.ts';
import { type Letter, post } from '../../server/outbox/outbox.ts';
import { deliverDue, forgetLetters } from '../../server/outbox/postman.ts';
import type { PersonId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { makePerson, worldOn } from '../support/people.ts';
import { startSmtpServer, textPartOf } from '../support/smtp-server.ts';

const db = await freshDatabase();
const world = worldOn(db);
const smtp = await startSmtpServer();
const mailer = createMailer({ smtpUrl: smtp.url, from: 'trama@trama.test' });
afterAll(() => mailer.close());

const refusals: { code: string; givenUp: boolean }[] = [];
const node = (at: World = world) => ({
  world: at,
  mailer,
  origin: 'https://trama.test',
  keepUnsent: false,
  onRefused: (refused: { code: string; givenUp: boolean }) => void refusals.push(refused),
});
const later = (minutes: number): World => ({
  ...world,
  now: () => new Date(Date.now() + minutes * 60_000),
});
const unsubscribe = randomUUID();
const news = (personId: PersonId, once?: string): Letter => ({
  to: { personId },
  template: 'news',
  data: { unsubscribe },
  ...(once !== undefined && { once }),
});
const send = (letter: Letter) => inTransaction(db, (tx) => post(tx, letter));
const stored = () =>
  db.sql<{ state: string; tries: number; reason: string | null; data: object; due_at: string }[]>`
    select state, tries, reason, data, due_at from letter order by posted_at, id`;
const reader = await makePerson(world, { email: 'amina@example.org', screenLanguage: 'ar' });

beforeEach(async () => {
  await db.sql`delete from letter`;
  smtp.refuse = null;
  (smtp.taken as string[]).length = 0;
  refusals.length = 0;
});

test('X14: a letter of a command that was refused is never sent', async () => {
  await inTransaction(db, async (tx) => {
    await post(tx, news(reader.id));
    throw new Error('refused');
  }).catch(() => undefined);
  await deliverDue(node());
  expect(smtp.taken).toEqual([]);
});

test('X14: what a template doesn’t take can’t be posted: no words get into a letter by a slip', async () => {
  const data = { unsubscribe, family: 'Idrissi' };
  await expect(send({ ...news(reader.id), data } as Letter)).rejects.toThrow();
  expect(await stored()).toEqual([]);
});

test('X14: refused for now is tried again after growing pauses, and given up after days with the reason kept', async () => {
  smtp.refuse = '451 4.7.1 come back <amina@example.org>';
  await send(news(reader.id));
  const pauses: number[] = [];
  let at = 0;
  for (;;) {
    await deliverDue(node(later(at)));
    const [row] = await stored();
    if (row?.state !== 'waiting') break;
    const due = Math.round((Date.parse(row.due_at) - Date.now()) / 60_000);
    pauses.push(due - at);
    at = due + 1;
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440]);
  expect(await stored()).toMatchObject([{ state: 'given_up', tries: 11, reason: '451', data: {} }]);
  expect(JSON.stringify(refusals)).not.toContain('amina');
  smtp.refuse = null;
  await deliverDue(node(later(at + 10_000)));
  expect(smtp.taken).toEqual([]);
});

test('X14: an address that the server says doesn’t exist is given up at once', async () => {
  smtp.refuse = '550 5.1.1 no such mailbox';
  await send(news(reader.id));
  await deliverDue(node());
  expect(refusals).toMatchObject([{ code: '550', givenUp: true }]);
  expect(await stored()).toMatchObject([{ state: 'given_up', reason: '550' }]);
});

test('X14: nothing goes to an account that was closed after it was posted', async () => {
  const leaver = await makePerson(world);
  await send(news(leaver.id));
  await db.sql`update person set active = false where id = ${leaver.id}`;
  await deliverDue(node());
  expect(smtp.taken).toEqual([]);
  expect(await stored()).toMatchObject([{ state: 'given_up', reason: 'no open account', data: {} }]);
});

test('X14: without a mail server nothing is kept to be sent later; in a demo it is kept as not sent', async () => {
  await send(news(reader.id));
  await deliverDue({ ...node(), mailer: null });
  expect(await stored()).toEqual([]);
  await send(news(reader.id));
  await deliverDue({ ...node(), mailer: null, keepUnsent: true });
  await deliverDue(node(later(60)));
  expect(smtp.taken).toEqual([]);
  expect(await stored()).toMatchObject([{ state: 'not_sent' }]);
});

test('X14: it goes out in its reader’s language and direction, with a text part, and is emptied', async () => {
  await send(news(reader.id));
  expect(await deliverDue(node())).toBe(1);
  const message = (smtp.taken[0] ?? '').replace(/\r\n[ \t]/g, ' '); // unfolded
  expect(textPartOf(message)).toContain('حدث أمرٌ يخصّك');
  expect(textPartOf(message)).toContain('https://trama.test/notifications');
  expect(message).toMatch(/^Auto-Submitted: auto-generated/im);
  expect(message).toMatch(/^List-Unsubscribe: <https:\/\/trama\.test\/api\/letters\/unsubscribe\?key=/im);
  expect(message).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  expect(message.replace(/=\r\n/g, '').replaceAll('=3D', '=')).toContain('<html lang="ar" dir="rtl">');
  expect(await stored()).toMatchObject([{ state: 'sent', data: {} }]);
});

test('X14: a calendar goes as an invitation that calendars understand, to an address without an account', async () => {
  const type = 'text/calendar; charset=utf-8; method=REQUEST';
  const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
  await send({
    ...news(reader.id),
    to: { address: 'ospite@example.org', language: 'fr' },
    attachments: [{ name: 'invito.ics', type, content }],
  });
  await deliverDue(node());
  expect(smtp.taken[0]).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i);
  expect(smtp.taken[0]).toMatch(/^To: .*ospite@example\.org/im);
});

test('X14: two nodes never send the same letter twice, and the same posted twice is one', async () => {
  const ids = Array.from({ length: 12 }, (_, at) => `same:${at}`);
  await Promise.all([...ids, ...ids].map((once) => send(news(reader.id, once))));
  const settled = await Promise.all([node(), node(), node()].map(deliverDue));
  expect(settled.reduce((sum, count) => sum + count)).toBe(12);
  const messageIds = smtp.taken.map((message) => /^Message-ID: (<.+@trama\.test>)/im.exec(message)?.[1]);
  expect(new Set(messageIds).size).toBe(12);
});

test('X14: a letter that a node took and died over is sent by another, later, under the same message id', async () => {
  await send(news(reader.id));
  await db.sql`update letter set taken_until = now() + interval '10 minutes', tries = 1`;
  await deliverDue(node());
  expect(smtp.taken).toEqual([]);
  await deliverDue(node(later(11)));
  const [{ id } = { id: '' }] = await db.sql<{ id: string }[]>`select id from letter`;
  expect(smtp.taken[0]).toContain(`<${id}@trama.test>`);
});

test('X14: what was settled is forgotten after thirty days', async () => {
  await send(news(reader.id));
  await deliverDue(node());
  expect(await forgetLetters(later(29 * 1440))).toBe(0);
  expect(await forgetLetters(later(31 * 1440))).toBe(1);
});
