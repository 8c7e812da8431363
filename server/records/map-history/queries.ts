/** The network map on other days than today. */
import { and, asc, desc, eq, lte, type SQL } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import { type MapPicture, pictureOf } from '../../../shared/documents/map-picture.ts';
import type { DocumentId, HouseholdId, SnapshotId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { MapOnDay, MapSnapshot } from '../../../shared/records/map-history.ts';
import type { Reader } from '../../db/connect.ts';
import { daysWritten, storedState, storedStateOn } from '../../sync/stored-state.ts';
import { authorise } from '../households/authority.ts';
import { documentOfKind } from '../households/documents.ts';
import { personBriefs } from '../people/queries.ts';
import { mapSnapshot } from './table.ts';

const named = {
  id: mapSnapshot.id,
  label: mapSnapshot.label,
  takenOn: mapSnapshot.takenOn,
  takenAt: mapSnapshot.takenAt,
  takenBy: mapSnapshot.takenBy,
};
type NamedRow = Pick<typeof mapSnapshot.$inferSelect, keyof typeof named>;

/** Snapshots, oldest first, and the days something was written that are still in the log. */
export async function readSnapshots(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ snapshots: MapSnapshot[]; written: Day[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const documentId = await documentOfKind(reader, householdId, 'network-map');
  const rows = await reader
    .select(named)
    .from(mapSnapshot)
    .where(eq(mapSnapshot.householdId, householdId))
    .orderBy(asc(mapSnapshot.takenAt), asc(mapSnapshot.id));
  const written = documentId === null ? [] : await daysWritten(reader, documentId);
  return ok({ snapshots: await presentSnapshots(reader, rows), written });
}

export async function presentSnapshots(reader: Reader, rows: readonly NamedRow[]): Promise<MapSnapshot[]> {
  const people = await personBriefs(
    reader,
    rows.map(({ takenBy }) => takenBy),
  );
  return rows.map(({ id, label, takenOn, takenAt, takenBy }) => {
    const by = people.get(takenBy);
    assert(by, 'a snapshot was taken by a person that exists');
    return { id, label, on: takenOn, takenAt, by };
  });
}

const nothing: MapPicture = { nodes: {}, ties: {} };

/**
 * The map at the end of a day: from the log where it still leads there, alone or on from a snapshot; else the newest
 * snapshot of that day or before. Or the map as the named snapshot keeps it.
 */
export async function readMapOn(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  asked: { readonly on?: Day | undefined; readonly snapshot?: SnapshotId | undefined },
  now: Date,
): Promise<Outcome<MapOnDay>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const documentId = await documentOfKind(reader, householdId, 'network-map');
  if (documentId === null) return refuse('not-available');
  if (asked.snapshot !== undefined) {
    const kept = await newestSnapshot(reader, documentId, eq(mapSnapshot.id, asked.snapshot));
    return kept === null ? refuse('not-available') : ok({ on: kept.takenOn, ...asKept(kept) });
  }
  const today = dayOf(now);
  const on = asked.on ?? today;
  if (on < today) return ok({ on, ...(await pictureOn(reader, documentId, on)) });
  const state = await storedState(reader, documentId);
  assert(state, 'a document that is registered has rows');
  return ok({ on: today, source: 'exact', snapshotId: null, picture: pictureOf(state.doc) });
}

async function pictureOn(reader: Reader, documentId: DocumentId, on: Day): Promise<Omit<MapOnDay, 'on'>> {
  const snapshot = await newestSnapshot(reader, documentId, lte(mapSnapshot.takenOn, on));
  const exact = await storedStateOn(reader, documentId, on, snapshot);
  if (exact !== null) return { source: 'exact', snapshotId: null, picture: pictureOf(exact) };
  return snapshot === null ? { source: 'unknown', snapshotId: null, picture: nothing } : asKept(snapshot);
}

async function newestSnapshot(reader: Reader, documentId: DocumentId, which: SQL) {
  const [row] = await reader
    .select()
    .from(mapSnapshot)
    .where(and(eq(mapSnapshot.documentId, documentId), which))
    .orderBy(desc(mapSnapshot.takenAt))
    .limit(1);
  return row ?? null;
}

function asKept({ id, bytes }: typeof mapSnapshot.$inferSelect): Omit<MapOnDay, 'on'> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return { source: 'snapshot', snapshotId: id, picture: pictureOf(doc) };
}
