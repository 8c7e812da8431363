import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createOpenDocuments } from '../../../client/collab/open-documents.ts';
import { createSaveLedger } from '../../../client/collab/save-state.ts';
import { connectReplica, type SharedDocument } from '../../../client/collab/shared-document.ts';
import type { DocumentAccess } from '../../../shared/documents/kinds.ts';
import { DocumentId, newId, PersonId } from '../../../shared/ids.ts';
import { CloseCode } from '../../../shared/sync/protocol.ts';
import { openRelay, type Relay, type RelayUser } from '../../support/collab-relay.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 20_000 });

const person = (name: string): RelayUser => ({ id: newId(PersonId), name, function: 'tutor', body: null });

async function relay(): Promise<Relay> {
  const opened = await openRelay();
  onTestFinished(() => opened.close());
  return opened;
}

const documentId = newId(DocumentId);

function openAt(server: Relay, user: RelayUser, access: DocumentAccess = 'write') {
  const documents = createOpenDocuments({ origin: server.originOf(user), WebSocket }, { graceMs: 0 });
  onTestFinished(() => documents.close());
  return { documents, shared: documents.open({ documentId, kind: 'care-plan', access }, connectReplica) };
}

const write = (shared: SharedDocument, words: string) => shared.doc.getText('content').insert(0, words);
const wordsOf = (shared: SharedDocument) => shared.doc.getText('content').toString();

test('X6: a change is "saving" until the server has committed its frame, and only then "saved"', async () => {
  const server = await relay();
  const { shared } = openAt(server, person('Irene'));
  await until(() => shared.state().state === 'saved');
  server.holdAcks();
  write(shared, 'casa');
  await until(() => server.doc(documentId).getText('content').toString() === 'casa');
  expect(shared.state()).toEqual({ state: 'saving', pending: 1 });
  server.releaseAcks();
  await until(() => shared.state().state === 'saved');
});

test('changes made offline are counted, and are saved only when the frame that carried them is acknowledged', async () => {
  const server = await relay();
  const { shared } = openAt(server, person('Irene'));
  await until(() => shared.state().state === 'saved');
  server.refuse(true);
  server.kick(CloseCode.restart);
  await until(() => shared.state().state === 'offline');
  write(shared, 'a');
  write(shared, 'b');
  expect(shared.state()).toEqual({ state: 'offline', unsynced: 2 });
  server.holdAcks();
  server.refuse(false);
  await until(() => server.doc(documentId).getText('content').length === 2);
  await until(() => shared.state().state === 'saving');
  expect(shared.state()).toEqual({ state: 'saving', pending: 2 });
  server.releaseAcks();
  await until(() => shared.state().state === 'saved');
});

test('a frame sent but not acknowledged before the connection broke is unsaved again', async () => {
  const server = await relay();
  const { shared } = openAt(server, person('Irene'));
  await until(() => shared.state().state === 'saved');
  server.holdAcks();
  write(shared, 'casa');
  await until(() => server.doc(documentId).getText('content').length === 4);
  server.refuse(true);
  server.kick(CloseCode.restart);
  await until(() => shared.state().state === 'offline');
  expect(shared.state()).toEqual({ state: 'offline', unsynced: 1 });
});

test('a reader’s page never sends a document frame, even when something changes its replica', async () => {
  const server = await relay();
  const reader = person('Hanan');
  const { shared } = openAt(server, reader, 'annotate');
  const writer = openAt(server, person('Irene')).shared;
  await until(() => shared.state().state === 'saved' && writer.state().state === 'saved');
  write(shared, 'not hers to write');
  write(writer, 'casa');
  await until(() => wordsOf(shared).includes('casa'));
  expect(server.documentFrames(reader.id)).toBe(0);
  expect(server.doc(documentId).getText('content').toString()).toBe('casa');
});

test('X9: when access is lost the replica leaves memory, and one’s unsaved words are offered', async () => {
  const server = await relay();
  const { shared } = openAt(server, person('Irene'));
  await until(() => shared.state().state === 'saved');
  server.holdAcks();
  write(shared, 'parole mie');
  server.kick(CloseCode.notAvailable, 'off the team');
  await until(() => shared.closeReason() !== undefined);
  expect(shared.closeReason()).toEqual({
    code: CloseCode.notAvailable,
    reason: 'off the team',
    unsavedText: 'parole mie',
  });
  expect(shared.state()).toMatchObject({ state: 'closed', code: CloseCode.notAvailable });
  expect(shared.doc.isDestroyed).toBe(true);
});

test('X9: words left behind outlive their document, and go when they are put away or when somebody else signs in', async () => {
  const server = await relay();
  const irene = person('Irene');
  const { documents, shared } = openAt(server, irene);
  const { leftBehind } = documents;
  leftBehind.belongTo(irene.id);
  await until(() => shared.state().state === 'saved');
  server.holdAcks();
  write(shared, 'parole mie');
  shared.close();
  server.kick(CloseCode.notAvailable, 'off the team');
  await until(() => leftBehind.words().length > 0);
  expect(leftBehind.words()).toMatchObject([
    { documentId, kind: 'care-plan', text: 'parole mie', copied: false },
  ]);
  leftBehind.belongTo(irene.id);
  const [words] = leftBehind.words();
  if (words) leftBehind.copied(words);
  expect(leftBehind.words()).toMatchObject([{ text: 'parole mie', copied: true }]);
  leftBehind.belongTo(newId(PersonId));
  expect(leftBehind.words()).toEqual([]);
});

test('signing out while a change is on its way leaves its words behind; with everything saved it leaves nothing', async () => {
  const server = await relay();
  const first = openAt(server, person('Irene'));
  await until(() => first.shared.state().state === 'saved');
  first.documents.close();
  expect(first.documents.leftBehind.words()).toEqual([]);

  const second = openAt(server, person('Hanan'));
  await until(() => second.shared.state().state === 'saved');
  server.holdAcks();
  write(second.shared, 'casa');
  second.documents.close();
  expect(second.documents.leftBehind.words()).toMatchObject([{ text: 'casa' }]);
});

test('two components on one page share one socket, which closes when both have left', async () => {
  const server = await relay();
  const { documents, shared } = openAt(server, person('Irene'));
  const again = documents.open({ documentId, kind: 'care-plan', access: 'write' }, connectReplica);
  expect(again.doc).toBe(shared.doc);
  await until(() => shared.state().state === 'saved');
  expect(server.connections()).toBe(1);
  shared.close();
  shared.close();
  expect(again.doc.isDestroyed).toBe(false);
  again.close();
  await until(() => server.connections() === 0);
});

test('a document left with unsaved changes keeps its socket until they are committed', async () => {
  const server = await relay();
  const { documents, shared } = openAt(server, person('Irene'));
  await until(() => shared.state().state === 'saved');
  server.holdAcks();
  write(shared, 'ultima parola');
  shared.close();
  await until(() => server.doc(documentId).getText('content').length > 0);
  expect(documents.unsaved()).toBe(1);
  expect(server.connections()).toBe(1);
  server.releaseAcks();
  await until(() => server.connections() === 0);
  expect(documents.state()).toBeUndefined();
});

test('the ledger never says "saved" while a change is in no acknowledged frame of its connection', () => {
  const step = fc.oneof(
    fc.constant('change' as const),
    fc.constant('step2' as const),
    fc.constant('reconnect' as const),
    fc.constant('ack' as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ledger = createSaveLedger();
      // The truth, kept in the plainest way: which changes each frame on the wire carries, and which are committed.
      let made = 0;
      let frames: Set<number>[] = [];
      const committed = new Set<number>();
      ledger.opened();
      ledger.synced();
      for (const next of steps) {
        if (next === 'change') {
          ledger.changed(new Uint8Array());
          made += 1;
          ledger.sent('update');
          frames.push(new Set([made]));
        } else if (next === 'step2') {
          ledger.sent('step2');
          frames.push(new Set(Array.from({ length: made }, (_, index) => index + 1)));
        } else if (next === 'reconnect') {
          ledger.lost();
          frames = [];
          ledger.opened();
          ledger.synced();
        } else {
          for (const frame of frames) for (const change of frame) committed.add(change);
          ledger.acknowledged(frames.length);
        }
        if (ledger.state().state === 'saved') expect(committed.size).toBe(made);
      }
    }),
    { numRuns: 500 },
  );
});
