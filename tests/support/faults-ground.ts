/** Where a history takes place: one seeded document, those who write it, and the log that all nodes share. */
import * as Y from 'yjs';
import type { UpdateLog } from '../../server/sync/log.ts';
import { createMemoryLog } from '../../server/sync/memory-log.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { DocumentId, HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import { rememberStored, type Stored } from './faults-log.ts';
import type { Random } from './faults-random.ts';
import { seededPlan } from './sync-hand.ts';

export type Ground = {
  readonly stored: Stored;
  readonly kind: DocumentKind;
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  readonly people: readonly PersonId[];
  /** The access epochs, which don't change. */
  readonly epochs: { readonly household: number; readonly person: number };
};

const writers = 4;
const pickKind = (random: Random): DocumentKind => random.pick(['care-plan', 'network-map'] as const);
const seedOf = (kind: DocumentKind): Uint8Array =>
  kind === 'care-plan' ? seededPlan() : Y.encodeStateAsUpdate(new Y.Doc());

export function groundInMemory(random: Random, logOf = (honest: UpdateLog): UpdateLog => honest): Ground {
  const kind = pickKind(random);
  const documentId = newId(DocumentId);
  const householdId = newId(HouseholdId);
  const seed = seedOf(kind);
  const log = createMemoryLog();
  const owners = new Map([...Y.parseUpdateMeta(seed).to.keys()].map((id) => [id, null]));
  log.add(documentId, { kind, householdId, updates: [seed], owners });
  return {
    stored: rememberStored(log, seed, logOf),
    kind,
    documentId,
    householdId,
    people: Array.from({ length: writers }, () => newId(PersonId)),
    epochs: { household: 1, person: 1 },
  };
}
