/** One document looked at: its rows as a log, and what they say as content. */
import * as Y from 'yjs';
import { unpack } from '../../../shared/sync/packed-updates.ts';
import { isSettled, load } from '../compaction.ts';
import { examine } from '../gate/gate.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { StoredLog } from './stored-log.ts';

type Found = { readonly kind: FindingKind; readonly detail: string };

export function checkDocument(log: StoredLog): Finding[] {
  const { id, kind } = log;
  return [...checkLog(log), ...checkContent(log)].map((found) => ({ ...found, document: { id, kind } }));
}

function checkLog(log: StoredLog): Found[] {
  const found: Found[] = [];
  const tell = (kind: FindingKind, detail: string): void => void found.push({ kind, detail });
  const hole = findHole(log);
  if (hole !== undefined) tell('hole', hole);
  for (const seq of log.false_seqs) tell('hash', `row ${seq}`);
  if (log.is_snapshot_genuine === false) tell('hash', `the snapshot at ${log.snapshot_seq}`);
  for (const author of log.unknown_authors) tell('author', author);
  if (log.access_epoch !== log.household_access_epoch) {
    tell('access-epoch', `${log.access_epoch} instead of ${log.household_access_epoch}`);
  }
  return found;
}

/** Rows are the end of the log; a snapshot stands for all before them, and may stand for some of them too. */
function findHole({
  head_seq,
  snapshot_seq,
  oldest_seq,
  newest_seq,
  missing_seq,
}: StoredLog): string | undefined {
  const covered = snapshot_seq ?? 0;
  if (covered > head_seq) return `the snapshot is at ${covered}, past the head at ${head_seq}`;
  if (missing_seq !== null) return `row ${missing_seq} is missing`;
  if (oldest_seq !== null && oldest_seq > covered + 1) return `row ${covered + 1} is missing`;
  const reached = Math.max(newest_seq ?? 0, covered);
  if (reached !== head_seq || (newest_seq !== null && newest_seq !== head_seq)) {
    return `the head is ${head_seq}, the newest row ${newest_seq ?? 'none'}`;
  }
  return undefined;
}

function checkContent(log: StoredLog): Found[] {
  let doc: Y.Doc;
  try {
    doc = load(unpack(log.packed));
  } catch (error) {
    // Its message may quote what couldn't be read.
    return [{ kind: 'unloadable', detail: error instanceof Error ? error.name : 'unknown' }];
  }
  try {
    if (!isSettled(doc)) return [{ kind: 'pending', detail: `clients ${pendingClients(doc).join(', ')}` }];
    return [...checkSchema(log, doc), ...checkOwners(log, doc)];
  } finally {
    doc.destroy();
  }
}

function checkSchema({ kind }: StoredLog, doc: Y.Doc): Found[] {
  const verdict = examine(Y.encodeStateAsUpdate(doc), {
    doc: new Y.Doc(),
    kind,
    ownerOf: () => undefined,
    writer: null,
    mostBytes: Number.POSITIVE_INFINITY,
    isStored: true,
  });
  if (verdict.kind === 'unsound') return [{ kind: 'schema', detail: verdict.reason }];
  return verdict.kind === 'gap' ? [{ kind: 'pending', detail: 'after loading again' }] : [];
}

function checkOwners({ owners }: StoredLog, doc: Y.Doc): Found[] {
  const ownerOf = new Map(owners);
  return [...doc.store.clients.keys()].flatMap((client): Found[] => {
    const owner = ownerOf.get(client);
    if (owner === undefined) return [{ kind: 'unowned', detail: `client ${client}` }];
    return owner === 'retired' ? [{ kind: 'retired', detail: `client ${client}` }] : [];
  });
}

function pendingClients({ store }: Y.Doc): number[] {
  const missing = [...(store.pendingStructs?.missing.keys() ?? [])];
  return missing.length > 0 ? missing : [...store.clients.keys()];
}
