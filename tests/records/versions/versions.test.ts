/** X19: the past of a document, its versions, and what erasing does to both. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { allRoutes } from '../../../server/app/routes.ts';
import { takePen } from '../../../server/demo/pen.ts';
import { leaveTeam } from '../../../server/records/care-team/commands.ts';
import { holdConference, scheduleConference } from '../../../server/records/conferences/commands.ts';
import { documentOfKind } from '../../../server/records/households/documents.ts';
import { keepVersion, type VersionAsked } from '../../../server/records/versions/commands.ts';
import { readPast, readSpan, readVersion } from '../../../server/records/versions/queries.ts';
import { sittingsOf } from '../../../server/records/versions/sittings.ts';
import { createPastStates } from '../../../server/sync/past.ts';
import { createPostgresLog } from '../../../server/sync/postgres-log.ts';
import { createSnapshotBuilder } from '../../../server/sync/snapshot-builder.ts';
import type { Actor } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import { DocumentId, newId, PersonId, VersionId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { unpack } from '../../../shared/sync/packed-updates.ts';
import { origin, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { editAtRandom } from '../../support/faults-edits.ts';
import { createRandom } from '../../support/faults-random.ts';
import {
  act,
  conferenceWith,
  join,
  type MadeHousehold,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { freeze } from '../../support/minutes.ts';
import { openSession } from '../../support/open-session.ts';
import { makeFamily, proposed } from '../../support/pacts.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const log = createPostgresLog(db);
const states = createPastStates(db.sql, createSnapshotBuilder());

const planOf = async ({ id }: MadeHousehold) =>
  (await documentOfKind(db.orm, id, 'care-plan')) ?? expect.fail('every household has a plan');
const past = (actor: Actor, documentId: DocumentId, before?: number) =>
  readPast(world, actor, documentId, before);
const keep = (actor: Actor, documentId: DocumentId, asked: VersionAsked) =>
  act(world, actor, (context) => keepVersion(context, { documentId, ...asked }));
const named = (label: string, seq: number, epoch = 1): VersionAsked => ({
  kind: 'named',
  id: newId(VersionId),
  label,
  seq,
  epoch,
});
const addParagraph = (words: string) => (doc: Y.Doc) => {
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('content').push([paragraph]);
  paragraph.push([new Y.XmlText(words)]);
};
/** One row each. */
async function write(actor: Actor, documentId: DocumentId, changes: readonly ((doc: Y.Doc) => void)[]) {
  const pen = await takePen(log, documentId);
  for (const change of changes) pen.write(actor.personId, change);
  await pen.commit();
}
const textIn = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getXmlFragment('content').toString();
};
const bytesOf = async (outcome: Promise<Outcome<{ readonly bytes: Uint8Array }>>) =>
  new Uint8Array((await must(outcome)).bytes);
/** The words after a row, as the server tells them. */
const textAt = async (actor: Actor, documentId: DocumentId, seq: number, epoch = 1) =>
  textIn(
    unpack(await bytesOf(readSpan(world, states, actor, documentId, { epoch, from: seq + 1, to: seq }))),
  );
const versionText = async (actor: Actor, documentId: DocumentId, versionId: VersionId) =>
  textIn([await bytesOf(readVersion(world, states, actor, { documentId, versionId }))]);

test('X19: refused: whoever may not read a document learns nothing of its past, as if it were not there', async () => {
  const household = await makeHousehold(world);
  const documentId = await planOf(household);
  const [gone, volunteer] = [await makeWorker(world, 'social'), await makeWorker(world, 'volunteer')];
  await join(world, household, gone);
  const version = await must(keep(household.tutor, documentId, named('Inizio', 1)));
  expect((await past(gone, documentId)).ok).toBe(true);
  await act(world, household.tutor, async (context) => {
    const { personId } = gone;
    return ok(await leaveTeam(context, { householdId: household.id, personId, reason: 'Ha cambiato sede.' }));
  });
  const health =
    (await documentOfKind(db.orm, household.id, 'health-notes')) ?? expect.fail('there are notes');
  const mother = await makeFamilyAccount(world, household);
  for (const [actor, id] of [
    [gone, documentId],
    [volunteer, documentId],
    [mother, documentId],
    [household.tutor, health],
    [household.tutor, newId(DocumentId)],
  ] as const) {
    for (const answer of [
      past(actor, id),
      readSpan(world, states, actor, id, { epoch: 1, from: 1, to: 1 }),
      readVersion(world, states, actor, { documentId: id, versionId: version.id }),
      keep(actor, id, named('Mia', 1)),
    ]) {
      expect(await answer).toEqual({ ok: false, code: 'not-available' });
    }
  }
});

test('X19: refused over HTTP: nobody signed in reads a past or keeps a version', async () => {
  const documentId = await planOf(await makeHousehold(world));
  const { app } = await startApp(world, { routes: (auth) => allRoutes({ origin, demo: null, auth }) });
  const address = `/api/documents/${documentId}/past`;
  for (const path of [address, `${address}/span?epoch=1&from=1&to=1`]) {
    expect(await (await app.request(path)).json()).toMatchObject({ code: 'signed-out' });
  }
  const stranger = await openSession(db, (await makeWorker(world, 'tutor')).personId);
  const answers = await Promise.all(
    [address, `/api/documents/${newId(DocumentId)}/past`].map(async (path) =>
      (await app.request(path, { headers: { cookie: stranger } })).text(),
    ),
  );
  expect(answers[0]).toContain('not-available');
  expect(answers[0]).toBe(answers[1]);
});

test('X19: refused: a moment past the head, of another epoch, or too much at once; a version of another document', async () => {
  const [household, other] = [await makeHousehold(world), await makeHousehold(world)];
  const [documentId, otherId] = [await planOf(household), await planOf(other)];
  const span = (epoch: number, from: number, to: number) =>
    readSpan(world, states, household.tutor, documentId, { epoch, from, to });
  expect(await span(1, 1, 2)).toMatchObject({ fields: [{ code: 'no-such-moment' }] });
  expect(await span(1, 3, 1)).toMatchObject({ fields: [{ code: 'no-such-moment' }] });
  expect(await span(1, 9, 8)).toMatchObject({ fields: [{ code: 'no-such-moment' }] });
  expect(await span(2, 1, 1)).toMatchObject({ code: 'changed-meanwhile' });
  expect(await span(1, 1, 10_000)).toMatchObject({ code: 'too-large' });
  expect(await keep(household.tutor, documentId, named('Domani', 2))).toMatchObject({
    fields: [{ code: 'no-such-moment' }],
  });
  expect(await keep(household.tutor, documentId, named('Prima', 1, 2))).toMatchObject({
    code: 'changed-meanwhile',
  });
  const version = await must(keep(other.tutor, otherId, named('Altrove', 1)));
  const answer = await readVersion(world, states, household.tutor, { documentId, versionId: version.id });
  expect(answer).toEqual({ ok: false, code: 'not-available' });
  const taken = { ...named('Mia', 1), id: version.id };
  expect(await keep(household.tutor, documentId, taken)).toMatchObject({ code: 'not-available' });
});

test('X19: refused: whoever only reads or annotates reads the past and keeps no version', async () => {
  const household = await makeHousehold(world);
  const documentId = await planOf(household);
  for (const role of ['mediator', 'protection'] as const) {
    const reader = await makeWorker(world, role);
    await join(world, household, reader);
    expect((await past(reader, documentId)).ok).toBe(true);
    expect(await keep(reader, documentId, named('Mia', 1))).toMatchObject({ code: 'not-yours-to-do' });
  }
});

test('X19: sittings tell who wrote when: one person until a pause, several minute by minute', async () => {
  const household = await makeHousehold(world);
  const documentId = await planOf(household);
  const colleague = await makeWorker(world, 'social');
  await join(world, household, colleague);
  for (const by of [household.tutor, household.tutor, household.tutor, colleague, household.tutor]) {
    await write(by, documentId, [addParagraph('parole')]);
  }
  const times = ['10:00:05', '10:00:10', '10:03:00', '10:30:00', '11:00:01', '11:00:02'];
  for (const [index, time] of times.entries()) {
    const at = `2026-11-${index === 0 ? '01' : '02'}T${time}Z`;
    await db.sql`update document_update set committed_at = ${at} where document_id = ${documentId} and seq = ${index + 1}`;
  }
  const { sittings, people, begins, older } = await must(past(household.tutor, documentId));
  const [tutor, social] = [household.tutor.personId, colleague.personId];
  expect(sittings.map(({ from, to, by }) => [from, to, by])).toEqual([
    [1, 1, []],
    [2, 3, [tutor]],
    [4, 4, [tutor]],
    [5, 6, [tutor, social].sort()],
  ]);
  expect([begins.why, begins.seq, older]).toEqual(['created', 0, false]);
  expect(people.map(({ id }) => id).sort()).toEqual([tutor, social].sort());
  expect((await must(past(household.tutor, documentId, 5))).sittings).toHaveLength(3);
});

test('X19: a sitting of one person ends after half an hour of writing and after 2,000 rows', () => {
  const by = [newId(PersonId)];
  const minute = (index: number, rows: number) => {
    const start = instantOf(new Date(Date.UTC(2026, 10, 2, 10, index)));
    return { from: index * rows + 1, to: (index + 1) * rows, start, end: start, by, bytes: 1 };
  };
  expect(sittingsOf(Array.from({ length: 40 }, (_, index) => minute(index, 1)))).toHaveLength(2);
  expect(sittingsOf(Array.from({ length: 4 }, (_, index) => minute(index, 1000)))).toHaveLength(2);
});

test('X19: the state after any row is what its rows replayed give, also behind a snapshot and where the past begins later', async () => {
  const household = await makeHousehold(world);
  const documentId = await planOf(household);
  const random = createRandom(19);
  for (let round = 0; round < 6; round++) {
    const edits = Array.from({ length: 20 }, () => (doc: Y.Doc) => editAtRandom(doc, 'care-plan', random));
    await write(
      household.tutor,
      documentId,
      edits.map((edit) => (doc: Y.Doc) => {
        const before = Y.encodeStateVector(doc);
        edit(doc);
        if (Buffer.compare(Y.encodeStateVector(doc), before) === 0) addParagraph('sempre qualcosa')(doc);
      }),
    );
  }
  const rows = await db.sql<{ seq: number; bytes: Uint8Array }[]>`
    select seq, bytes from document_update where document_id = ${documentId} order by seq`;
  const head = rows.length;
  const replayed = rows.map((_, index) => textIn(rows.slice(0, index + 1).map(({ bytes }) => bytes)));
  const asked = [1, 2, head, ...Array.from({ length: 12 }, () => random.between(1, head))];
  for (const seq of asked) expect(await textAt(household.tutor, documentId, seq)).toBe(replayed[seq - 1]);
  const [base, ...tail] = unpack(
    await bytesOf(readSpan(world, states, household.tutor, documentId, { epoch: 1, from: 40, to: head })),
  );
  expect(textIn(base ? [base] : [])).toBe(replayed[38]);
  expect(textIn(base ? [base, ...tail] : [])).toBe(replayed[head - 1]);

  await db.sql`update document_update set committed_at = now() - interval '31 days'
    where document_id = ${documentId} and seq <= 50`;
  await log.compact(documentId);
  const fresh = createPastStates(db.sql, createSnapshotBuilder());
  for (const seq of [50, 51, 77, head]) {
    expect(textIn([(await fresh.stateAt(documentId, 1, seq)) ?? expect.fail('it is kept')])).toBe(
      replayed[seq - 1],
    );
  }
  expect(await fresh.stateAt(documentId, 1, 49)).toBeNull();
  expect((await must(past(household.tutor, documentId))).begins).toMatchObject({ seq: 50, why: 'window' });
  expect(await log.load(documentId)).toMatchObject({ headSeq: head });
});

test('X19: a named version outlives the history window; what was kept before restoring does not', async () => {
  const household = await makeHousehold(world);
  const documentId = await planOf(household);
  await write(household.tutor, documentId, [addParagraph('prima'), addParagraph('dopo')]);
  const first = named('Prima', 2);
  const [kept, again] = await Promise.all([
    keep(household.tutor, documentId, first),
    keep(household.tutor, documentId, first),
  ]);
  expect(await must(kept)).toEqual(await must(again));
  const { id } = await must(kept);
  await must(keep(household.tutor, documentId, { kind: 'before-restoring', id: newId(VersionId) }));
  const before = await versionText(household.tutor, documentId, id);
  expect(before).toContain('prima');
  expect(before).not.toContain('dopo');
  await write(household.tutor, documentId, [addParagraph('oggi')]);
  await db.sql`update document_update set committed_at = now() - interval '31 days'
    where document_id = ${documentId} and seq <= 3`;
  await log.compact(documentId);
  await db.sql`update document_update set committed_at = now() - interval '31 days' where document_id = ${documentId}`;
  await log.compact(documentId);
  const { versions, sittings, begins } = await must(past(household.tutor, documentId));
  expect(versions).toMatchObject([{ id, kind: 'named', label: 'Prima', seq: 2 }]);
  expect([begins.seq, sittings]).toEqual([4, []]);
  expect(await versionText(household.tutor, documentId, id)).toBe(before);
  const events = await db.sql<{ event: { why: string } }[]>`
    select event from activity where household_id = ${household.id} and event ->> 'kind' = 'version.kept' order by seq`;
  expect(events.map(({ event }) => event.why)).toEqual(['named', 'before-restoring']);
});

test('X13, X19: erasing drops every version and begins the past anew, so that no erased word can be read', async () => {
  const household = await makeHousehold(world);
  const documentId = await planOf(household);
  await write(household.tutor, documentId, [addParagraph('un segreto'), addParagraph('il resto')]);
  const version = await must(keep(household.tutor, documentId, named('Con il segreto', 2)));
  await db.sql`update document_update set committed_at = now() - interval '31 days'
    where document_id = ${documentId} and seq <= 2`;
  await log.compact(documentId);
  expect(await versionText(household.tutor, documentId, version.id)).toContain('un segreto');
  await log.rebuild(documentId, (doc) => {
    const content = doc.getXmlFragment('content');
    const at = content.toArray().findIndex((block) => block.toString().includes('segreto'));
    content.delete(at, 1);
  });
  const answer = await readVersion(world, states, household.tutor, { documentId, versionId: version.id });
  expect(answer).toMatchObject({ code: 'not-available' });
  for (const [from, to] of [
    [1, 1],
    [3, 3],
    [4, 3],
  ] as const) {
    for (const epoch of [1, 2]) {
      expect((await readSpan(world, states, household.tutor, documentId, { epoch, from, to })).ok).toBe(
        false,
      );
    }
  }
  const after = await must(past(household.tutor, documentId));
  expect(after).toMatchObject({ epoch: 2, begins: { why: 'rebuilt' }, versions: [], sittings: [] });
  const stored = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_beginning where document_id = ${documentId}
    union all select bytes from document_version where document_id = ${documentId}
    union all select bytes from document_update where document_id = ${documentId}`;
  expect(stored).toHaveLength(1);
  for (const { bytes } of stored) expect(Buffer.from(bytes).includes('segreto')).toBe(false);

  await write(household.tutor, documentId, [addParagraph('nuovo')]);
  await log.compact(documentId);
  expect(await textAt(household.tutor, documentId, after.head, 2)).toContain('il resto');
  expect(await textAt(household.tutor, documentId, after.head + 1, 2)).toContain('nuovo');
});

test('X19: a held conference keeps plan and map, frozen minutes and proposed pacts keep their text, by nobody', async () => {
  const family = await makeFamily(world);
  const { household } = family;
  const { tutor } = household;
  const { worker: chair } = await makeService(world, 'social');
  await join(world, household, chair);
  const drafted = conferenceWith(household, chair);
  const conference = await must(
    act(world, tutor, (context) => scheduleConference(context, { householdId: household.id, ...drafted })),
  );
  const of = { householdId: household.id, conferenceId: conference.id };
  await must(act(world, tutor, (context) => holdConference(context, of)));
  await must(freeze(world, { of, chair }, { withoutQuorum: 'Chi mancava ha scritto.' }));
  const pact = await proposed(world, family);
  const kinds = await db.sql<{ kind: string; of: string; by: string | null }[]>`
    select version.kind, document.kind as of, version.by from document_version version
      join document on document.id = version.document_id
    where document.household_id = ${household.id} order by version.kind, document.kind`;
  expect(kinds).toEqual([
    { kind: 'conference-held', of: 'care-plan', by: null },
    { kind: 'conference-held', of: 'network-map', by: null },
    { kind: 'minutes-frozen', of: 'minutes', by: null },
    { kind: 'pact-proposed', of: 'inclusion-pact', by: null },
  ]);
  expect(pact.status).toBe('proposed');
});
