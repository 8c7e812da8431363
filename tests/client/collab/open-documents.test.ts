import { createRoot, createSignal } from 'solid-js';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '../../../client/collab/collab.tsx';
import { CollabProvider } from '../../../client/collab/collab-context.tsx';
import { createOpenDocuments, type OpenDocumentsOptions } from '../../../client/collab/open-documents.ts';
import {
  connectReplica,
  type OpenRequest,
  type SharedDocument,
} from '../../../client/collab/shared-document.ts';
import { DocumentId, newId, PersonId } from '../../../shared/ids.ts';
import { CloseCode, Limits } from '../../../shared/sync/protocol.ts';
import { openRelay, type Relay, type RelayUser } from '../../support/collab-relay.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 20_000 });

const documentId = newId(DocumentId);
const plan: OpenRequest = { documentId, kind: 'care-plan', access: 'write' };
const person = (name: string): RelayUser => ({ id: newId(PersonId), name, function: 'tutor', body: null });

async function relay(): Promise<Relay> {
  const opened = await openRelay();
  onTestFinished(() => opened.close());
  return opened;
}

function page(server: Relay, user: RelayUser, options?: OpenDocumentsOptions) {
  const documents = createOpenDocuments({ origin: server.originOf(user), WebSocket }, options);
  onTestFinished(() => documents.close());
  return documents;
}

const isSaved = (shared: SharedDocument) => () => shared.state().state === 'saved';

test('whoever leaves a document and comes back within the grace finds it open, and was gone for the others meanwhile', async () => {
  const server = await relay();
  const mine = page(server, person('Irene'), { graceMs: 60_000 });
  const first = mine.open(plan, connectReplica);
  const other = page(server, person('Hanan')).open(plan, connectReplica);
  await until(() => other.presence.people().length === 1);
  first.close();
  await until(() => other.presence.people().length === 0);
  expect(mine.state()).toBeUndefined();
  const again = mine.open(plan, connectReplica);
  expect(again.doc).toBe(first.doc);
  expect(again.ready()).toBe(true);
  await until(() => other.presence.people().length === 1);
  expect(server.connections()).toBe(2);
});

test('a document that was left is closed when its grace is over', async () => {
  const server = await relay();
  const documents = page(server, person('Irene'), { graceMs: 20 });
  const shared = documents.open(plan, connectReplica);
  await until(isSaved(shared));
  shared.close();
  await until(() => server.connections() === 0 && shared.doc.isDestroyed);
});

test('a visit sends and brings what there is without being seen by anybody', async () => {
  const server = await relay();
  server.doc(documentId).getText('content').insert(0, 'casa');
  const other = page(server, person('Hanan')).open(plan, connectReplica);
  await until(isSaved(other));
  const irene = person('Irene');
  const documents = page(server, irene);
  await documents.visit(plan, connectReplica);
  await until(() => server.connections() === 1);
  expect(server.presenceFrames(irene.id)).toEqual([]);
  expect(other.presence.people()).toEqual([]);
  expect(documents.unsaved()).toBe(0);
});

test('a visit to what one may no longer open ends', async () => {
  const server = await relay();
  const documents = page(server, person('Irene'));
  server.holdAcks();
  const visit = documents.visit(plan, connectReplica);
  await until(() => server.connections() === 1);
  server.kick(CloseCode.notAvailable);
  await visit;
  expect(documents.state()).toBeUndefined();
});

test('when a document is rebuilt the page opens it again by itself, from the beginning', async () => {
  const server = await relay();
  const documents = page(server, person('Irene'));
  const opened = createRoot((dispose) => {
    onTestFinished(dispose);
    const [request] = createSignal(plan);
    const made: { current?: () => SharedDocument | undefined } = {};
    const Page = () => {
      made.current = createDocument(request);
      return undefined;
    };
    CollabProvider({
      documents,
      get children() {
        return Page();
      },
    }) as unknown as () => unknown;
    return made;
  });
  await until(() => opened.current !== undefined);
  const shared = () => opened.current?.();
  const before = shared();
  await until(() => before?.state().state === 'saved');
  server.holdAcks();
  before?.doc.getText('content').insert(0, 'mie');
  server.kick(CloseCode.oldEpoch, 'old-epoch');
  await until(() => shared() !== before);
  server.releaseAcks();
  await until(() => shared()?.state().state === 'saved');
  expect(before?.doc.isDestroyed).toBe(true);
  expect(shared()?.doc.clientID).not.toBe(before?.doc.clientID);
  expect(documents.leftBehind.words()).toMatchObject([{ text: 'mie', why: 'rebuilt' }]);
});

test('X7: hours of work offline, more than the server takes in one frame, come back in parts and are saved', async () => {
  const server = await openRelay(() => 'care-plan');
  onTestFinished(() => server.close());
  const irene = person('Irene');
  const shared = page(server, irene).open(plan, connectReplica);
  await until(isSaved(shared));
  server.refuse(true);
  server.kick(CloseCode.restart);
  await until(() => shared.state().state === 'offline');
  const content = shared.doc.getXmlFragment('content');
  for (let count = 0; count < 20; count++) {
    const paragraph = new Y.XmlElement('paragraph');
    content.push([paragraph]);
    paragraph.push([new Y.XmlText('parole '.repeat(9_000))]);
  }
  expect(Y.encodeStateAsUpdate(shared.doc).length).toBeGreaterThan(Limits.frameBytes);
  expect(shared.state()).toEqual({ state: 'offline', unsynced: 40 });
  const before = server.documentFrames(irene.id);
  server.refuse(false);
  await until(isSaved(shared));
  expect(server.refusals()).toEqual([]);
  expect(server.doc(documentId).getXmlFragment('content').length).toBe(20);
  expect(server.documentFrames(irene.id) - before).toBeGreaterThan(5);
});
