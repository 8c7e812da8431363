/** C7: receipts over HTTP: only what a receipt can be, at most 5 MB, and given back only to save. */
import { expect, test } from 'vitest';
import { grantRoutes } from '../../../server/records/grants/routes.ts';
import { FileId, newId } from '../../../shared/ids.ts';
import { largestFileBytes } from '../../../shared/records/grants.ts';
import { clientOf, origin, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { openSession } from '../../support/open-session.ts';
import { makeFamily } from '../../support/pacts.ts';
import { worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const { household, mother } = await makeFamily(world);
const { app } = await startApp(world, { routes: () => grantRoutes });
const tutorCookie = await openSession(db, household.tutor.personId);
const motherCookie = await openSession(db, mother.personId);
const tutor = clientOf(app, tutorCookie);
const receipts = `/api/households/${household.id}/receipts`;
const pdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 32)]);
const store = (bytes: Buffer, name = 'ricevuta.pdf', id = newId(FileId)) =>
  tutor.call('POST', receipts, { id, name, base64: bytes.toString('base64') });

test('C7: refused: a page in a receipt’s clothes, more than 5 MB, the family', async () => {
  expect(await store(Buffer.from('<html><script>'))).toMatchObject({
    body: { fields: [{ code: 'file-type' }] },
  });
  expect(await store(Buffer.alloc(0))).toMatchObject({ status: 422 });
  expect(await store(pdf(largestFileBytes + 1))).toMatchObject({ body: { code: 'too-large' } });
  expect(await store(pdf(2 * largestFileBytes))).toMatchObject({ body: { code: 'too-large' } });
  const asMother = clientOf(app, motherCookie);
  expect(await asMother.call('POST', receipts, {})).toMatchObject({ status: 404 });
});

test('C7: a receipt of 5 MB is kept as it is, and only saved by whoever sees the ledger', async () => {
  const id = newId(FileId);
  const bytes = pdf(largestFileBytes);
  expect(await store(bytes, '../../ricevuta «gennaio».pdf', id)).toMatchObject({
    status: 200,
    body: { name: 'ricevuta «gennaio».pdf', type: 'application/pdf', size: largestFileBytes },
  });
  const ask = (cookie: string) => app.request(`${receipts}/${id}`, { headers: { cookie, origin } });
  const saved = await ask(tutorCookie);
  expect(Buffer.from(await saved.arrayBuffer()).equals(bytes)).toBe(true);
  expect(saved.headers.get('content-type')).toBe('application/pdf');
  expect(saved.headers.get('content-disposition')).toMatch(
    /^attachment; filename\*=UTF-8''ricevuta%20%C2%ABgennaio/,
  );
  expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ask(motherCookie)).status).toBe(404);
});
