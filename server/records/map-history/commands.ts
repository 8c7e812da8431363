/** Keeping the map as it is (B10). */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, SnapshotId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { MapSnapshot } from '../../../shared/records/map-history.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { storedState } from '../../sync/stored-state.ts';
import { authorise } from '../households/authority.ts';
import { documentOfKind } from '../households/documents.ts';
import { presentSnapshots } from './queries.ts';
import { mapSnapshot } from './table.ts';

/** Keeps the state that is committed at this moment under a name. The same id again answers the same snapshot. */
export async function takeSnapshot(
  context: CommandContext,
  { householdId, id, label }: { householdId: HouseholdId; id: SnapshotId; label: string },
): Promise<Outcome<MapSnapshot>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'map.write');
  if (!allowed.ok) return allowed;
  const documentId = await documentOfKind(tx, householdId, 'network-map');
  const state = documentId === null ? null : await storedState(tx, documentId);
  if (documentId === null || state === null) return refuse('not-available');
  const [made] = await tx
    .insert(mapSnapshot)
    .values({
      id,
      householdId,
      documentId,
      epoch: state.epoch,
      seq: state.seq,
      bytes: Y.encodeStateAsUpdate(state.doc),
      label,
      takenOn: dayOf(now),
      takenAt: instantOf(now),
      takenBy: actor.personId,
    })
    .onConflictDoNothing()
    .returning();
  if (made !== undefined) await append(context, householdId, { kind: 'map.snapshot-taken', snapshotId: id });
  const [kept] = made ? [made] : await tx.select().from(mapSnapshot).where(eq(mapSnapshot.id, id));
  if (kept === undefined || kept.householdId !== householdId) return refuse('not-available');
  const [presented] = await presentSnapshots(tx, [kept]);
  assert(presented, 'one row gives one snapshot');
  return ok(presented);
}
