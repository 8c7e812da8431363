import { expect, onTestFinished, test, vi } from 'vitest';
import { createOpenDocuments } from '../../../client/collab/open-documents.ts';
import { peopleOf } from '../../../client/collab/presence.ts';
import { connectReplica } from '../../../client/collab/shared-document.ts';
import { DocumentId, newId, PersonId } from '../../../shared/ids.ts';
import { openRelay, type Relay, type RelayUser } from '../../support/collab-relay.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 20_000 });

const documentId = newId(DocumentId);
const person = (name: string): RelayUser => ({
  id: newId(PersonId),
  name,
  function: 'mediator',
  body: 'Ponti',
});

async function relay(): Promise<Relay> {
  const server = await openRelay();
  onTestFinished(() => server.close());
  return server;
}

/** Each tab is a page of its own. */
function tab(server: Relay, user: RelayUser) {
  const documents = createOpenDocuments({ origin: server.originOf(user), WebSocket });
  onTestFinished(() => documents.close());
  return documents.open({ documentId, kind: 'care-plan', access: 'write' }, connectReplica);
}

test('X6: a person with two tabs is here once, under the name the server wrote', async () => {
  const server = await relay();
  const hanan = person('Hanan Darsafi');
  const mine = tab(server, person('Irene Valmarina'));
  const tabs = [tab(server, hanan), tab(server, hanan)];
  for (const each of tabs) each.presence.tell('user', { id: newId(PersonId), name: 'Somebody Else' });
  await until(() => mine.presence.people()[0]?.clientIds.length === 2);
  expect(mine.presence.people()).toMatchObject([{ id: hanan.id, name: 'Hanan Darsafi', body: 'Ponti' }]);
});

test('X6: whoever leaves is gone from the list', async () => {
  const server = await relay();
  const mine = tab(server, person('Irene'));
  const other = tab(server, person('Hanan'));
  await until(() => mine.presence.people().length === 1);
  other.close();
  await until(() => mine.presence.people().length === 0);
});

test('where somebody stands and that they write reaches the others', async () => {
  const server = await relay();
  const mine = tab(server, person('Irene'));
  const other = tab(server, person('Hanan'));
  other.presence.tell('section', 'home');
  other.presence.typed();
  await until(() => mine.presence.people()[0]?.typing === true);
  expect(mine.presence.people()[0]).toMatchObject({ section: 'home', typing: true });
});

test('X6: who only moves their caret changes nobody in the list; who begins to write changes themselves alone', async () => {
  const server = await relay();
  const mine = tab(server, person('Irene'));
  const hanan = tab(server, person('Hanan'));
  const omar = tab(server, person('Omar'));
  await until(() => mine.presence.people().length === 2);
  const before = mine.presence.people();
  hanan.presence.tell('cursor', { at: 7 });
  await until(() =>
    [...mine.presence.cursors().values()].some((cursor) => JSON.stringify(cursor) === '{"at":7}'),
  );
  expect(mine.presence.people()).toBe(before);
  omar.presence.typed();
  await until(() => mine.presence.people()[1]?.typing === true);
  expect(mine.presence.people()[0]).toBe(before[0]);
  expect(mine.presence.people()[1]).not.toBe(before[1]);
});

test('a state the server has not vouched for is nobody', () => {
  const states = new Map<number, unknown>([
    [1, { user: { name: 'Anybody' } }],
    [2, { cursor: {} }],
    [3, null],
  ]);
  expect(peopleOf(states, 9)).toEqual([]);
});

test('a hundred moves of the caret leave as a few frames, and the last one arrives', async () => {
  const server = await relay();
  const irene = person('Irene');
  const mine = tab(server, irene);
  const other = tab(server, person('Hanan'));
  await until(() => mine.state().state === 'saved' && other.presence.people().length === 1);
  const before = server.presenceFrames(irene.id).length;
  for (let at = 0; at < 100; at += 1) mine.presence.tell('cursor', { at });
  await until(() => JSON.stringify([...other.presence.cursors().values()][0]) === '{"at":99}');
  expect(server.presenceFrames(irene.id).length - before).toBeLessThanOrEqual(3);
});

test('nobody sends back what they hear of others', async () => {
  const server = await relay();
  const irene = person('Irene');
  const mine = tab(server, irene);
  const others = [tab(server, person('Hanan')), tab(server, person('Elena'))];
  for (const other of others) other.presence.tell('section', 'work');
  await until(() => mine.presence.people().filter(({ section }) => section === 'work').length === 2);
  const spokenFor = new Set(server.presenceFrames(irene.id).flat());
  expect([...spokenFor]).toEqual([mine.doc.clientID]);
});
