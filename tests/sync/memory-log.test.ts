import { describe } from 'vitest';
import * as Y from 'yjs';
import { createMemoryLog } from '../../server/sync/memory-log.ts';
import { DocumentId, HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import { describeLog, seedDocument } from './log-contract.ts';

const log = createMemoryLog();

describe('memory log', () =>
  describeLog(async () => {
    const documentId = newId(DocumentId);
    const householdId = newId(HouseholdId);
    const seed = seedDocument();
    const owners = new Map([[seed.clientID, null]]);
    log.add(documentId, { kind: 'care-plan', householdId, updates: [Y.encodeStateAsUpdate(seed)], owners });
    const [anna, bilal] = [newId(PersonId), newId(PersonId)];
    return {
      log,
      documentId,
      householdId,
      anna,
      bilal,
      epochs: { household: 1, person: 1 },
      stepEpoch: async (of) => log.setEpoch('household' in of ? of.household : of.person, 2),
    };
  }));
