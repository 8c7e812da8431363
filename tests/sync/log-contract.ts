/** What every update log must do; run on Postgres and in memory. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentBatch, UpdateLog, Write } from '../../server/sync/log.ts';
import type { DocumentId, HouseholdId } from '../../shared/ids.ts';
import { DocumentId as DocumentIdSchema, newId, type PersonId } from '../../shared/ids.ts';

/** One document, seeded with `seed` as its first row, and two people. Every epoch is `epoch` at first. */
export type LogSubject = {
  readonly log: UpdateLog;
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  readonly anna: PersonId;
  readonly bilal: PersonId;
  readonly epochs: { readonly household: number; readonly person: number };
  stepEpoch(of: { household: HouseholdId } | { person: PersonId }): Promise<void>;
};

export const seedDocument = (): Y.Doc => {
  const doc = new Y.Doc();
  doc.getXmlFragment('content').push([new Y.XmlElement('paragraph')]);
  return doc;
};

const edit = (name: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getXmlFragment('content').push([new Y.XmlElement(name)]);
  return Y.encodeStateAsUpdate(doc);
};

const load = async ({ log, documentId }: LogSubject) => {
  const stored = await log.load(documentId);
  if (stored === null) throw new Error('the document is there');
  return stored;
};

export function describeLog(prepare: () => Promise<LogSubject>): void {
  const batchOf = (
    { documentId, householdId, epochs }: LogSubject,
    headSeq: number,
    writes: readonly (Pick<Write, 'authorId' | 'bytes'> & Partial<Write>)[],
    claims: DocumentBatch['claims'] = [],
  ): DocumentBatch => ({
    documentId,
    householdId,
    epoch: 1,
    headSeq,
    claims,
    writes: writes.map((write) => ({
      householdEpoch: epochs.household,
      personEpoch: epochs.person,
      ...write,
    })),
  });

  test('a document that is not there is null', async () => {
    const { log } = await prepare();
    expect(await log.load(newId(DocumentIdSchema))).toBeNull();
  });

  test('what is committed is loaded back, oldest first, with the owners of its client ids', async () => {
    const subject = await prepare();
    const { log, documentId, anna, bilal } = subject;
    const [one, two] = [edit('goal'), edit('heading')];
    const writes = [
      { authorId: anna, bytes: one },
      { authorId: bilal, bytes: two },
    ];
    const results = await log.commit([
      batchOf(subject, 1, writes, [{ clientId: 4_294_967_295, personId: anna }]),
    ]);
    expect(results.get(documentId)).toEqual({ kind: 'committed', headSeq: 3 });
    const stored = await load(subject);
    expect(stored.headSeq).toBe(3);
    expect(stored.updates.map((bytes) => [...bytes]).slice(1)).toEqual([[...one], [...two]]);
    expect(stored.owners.get(4_294_967_295)).toBe(anna);
    expect([...stored.owners.values()]).toContain(null);
  });

  const nobody = () => false;

  test('what was committed since is told, oldest first, with the owners of client ids that are not known', async () => {
    const subject = await prepare();
    const { log, documentId, anna, bilal } = subject;
    const [one, two, three] = [edit('goal'), edit('heading'), edit('voice')];
    const claimOf = (bytes: Uint8Array, personId: PersonId) =>
      [...Y.parseUpdateMeta(bytes).from.keys()].map((clientId) => ({ clientId, personId }));
    await log.commit([batchOf(subject, 1, [{ authorId: anna, bytes: one }], claimOf(one, anna))]);
    const others = [
      { authorId: anna, bytes: two },
      { authorId: bilal, bytes: three },
    ];
    const claims = [...claimOf(two, anna), ...claimOf(three, bilal)];
    await log.commit([batchOf(subject, 2, others, claims)]);
    const [first, last] = claims;
    const knows = (clientId: number) => clientId === first?.clientId;
    const since = await log.since(documentId, { epoch: 1, seq: 2, knows });
    if (since.kind !== 'grown') throw new Error(`the log has grown: ${since.kind}`);
    expect(since.headSeq).toBe(4);
    expect(since.updates.map((bytes) => [...bytes])).toEqual([[...two], [...three]]);
    expect(since.owners.get(last?.clientId ?? 0)).toBe(bilal);
    expect(since.owners.has(first?.clientId ?? 0)).toBe(false);
  });

  test('nothing since, another epoch and no document are told apart', async () => {
    const subject = await prepare();
    const { log, documentId } = subject;
    const since = (id: DocumentId, epoch: number) => log.since(id, { epoch, seq: 1, knows: nobody });
    expect(await since(documentId, 1)).toMatchObject({ kind: 'grown', headSeq: 1, updates: [] });
    expect(await since(documentId, 2)).toEqual({ kind: 'rebuilt' });
    expect(await since(newId(DocumentIdSchema), 1)).toEqual({ kind: 'not-there' });
  });

  test('the newest seq of many documents is told, without those that are not there', async () => {
    const [subject, other] = [await prepare(), await prepare()];
    const bytes = edit('goal');
    await subject.log.commit([batchOf(subject, 1, [{ authorId: subject.anna, bytes }])]);
    const ids = [subject.documentId, newId(DocumentIdSchema), other.documentId];
    expect([...(await subject.log.heads(ids))].sort(([a], [b]) => a.localeCompare(b))).toEqual(
      [[subject.documentId, 2] as const, [other.documentId, 1] as const].sort(([a], [b]) =>
        a.localeCompare(b),
      ),
    );
    expect(await subject.log.heads([])).toEqual(new Map());
  });

  test('a batch that is behind stores nothing', async () => {
    const subject = await prepare();
    const { log, documentId, anna } = subject;
    await log.commit([batchOf(subject, 1, [{ authorId: anna, bytes: edit('goal') }])]);
    const late = await log.commit([batchOf(subject, 1, [{ authorId: anna, bytes: edit('voice') }])]);
    expect(late.get(documentId)).toEqual({ kind: 'behind' });
    const rebuilt = { ...batchOf(subject, 2, [{ authorId: anna, bytes: edit('voice') }]), epoch: 2 };
    expect((await log.commit([rebuilt])).get(documentId)).toEqual({ kind: 'behind' });
    expect((await load(subject)).updates).toHaveLength(2);
  });

  test('an author whose authority changed is named, and nothing of that document is stored', async () => {
    const subject = await prepare();
    const { log, documentId, householdId, anna, bilal } = subject;
    await subject.stepEpoch({ person: bilal });
    const writes = [
      { authorId: anna, bytes: edit('goal') },
      { authorId: bilal, bytes: edit('voice') },
    ];
    const personal = await log.commit([batchOf(subject, 1, writes)]);
    expect(personal.get(documentId)).toEqual({ kind: 'stale', authors: new Set([bilal]) });
    await subject.stepEpoch({ household: householdId });
    const common = await log.commit([batchOf(subject, 1, writes)]);
    expect(common.get(documentId)).toEqual({ kind: 'stale', authors: new Set([anna, bilal]) });
    expect((await load(subject)).updates).toHaveLength(1);
  });

  test('one document of a transaction may be refused while another is stored', async () => {
    const subject = await prepare();
    const other = await prepare();
    const good = batchOf(subject, 1, [{ authorId: subject.anna, bytes: edit('goal') }]);
    const bad = { ...batchOf(subject, 1, []), documentId: other.documentId, headSeq: 7 };
    const results = await subject.log.commit([bad, good]);
    expect(results.get(other.documentId)).toEqual({ kind: 'behind' });
    expect(results.get(subject.documentId)).toEqual({ kind: 'committed', headSeq: 2 });
  });

  test('a compacted log loads equal, and goes on from the same seq', async () => {
    const subject = await prepare();
    const { log, documentId, anna } = subject;
    for (const [index, name] of ['goal', 'voice', 'heading'].entries()) {
      await log.commit([batchOf(subject, index + 1, [{ authorId: anna, bytes: edit(name) }])]);
    }
    const before = await load(subject);
    await log.compact(documentId);
    const after = await load(subject);
    expect(after.headSeq).toBe(before.headSeq);
    expect(after.updates).toHaveLength(1);
    expect(contentOf(after.updates)).toBe(contentOf(before.updates));
    const results = await log.commit([batchOf(subject, 4, [{ authorId: anna, bytes: edit('dissent') }])]);
    expect(results.get(documentId)).toEqual({ kind: 'committed', headSeq: 5 });
    expect((await load(subject)).updates).toHaveLength(2);
  });

  test('epochs are told for those who exist', async () => {
    const { log, householdId, anna, epochs } = await prepare();
    const told = await log.epochs({ households: [householdId], persons: [anna] });
    expect(told.households.get(householdId)).toBe(epochs.household);
    expect(told.persons.get(anna)).toBe(epochs.person);
  });
}

function contentOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getXmlFragment('content').toString();
}
