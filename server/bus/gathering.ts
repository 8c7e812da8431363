/**
 * What waits to be told to the other nodes. It is kept by what it is about, the newest word replacing the one before, so
 * it can't grow beyond the documents and people of this node however slow the bus is.
 */
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import type { Message, PresenceState } from './bus.ts';

export type Gathering = {
  add(message: Message): void;
  isEmpty(): boolean;
  /** Everything, as JSON in packs whose sizes with commas stay within `mostBytes`; nothing waits any more. */
  takePacks(mostBytes: number): string[][];
};

/** In one message: well within what a pack holds. */
const mostNotified = 50;

type Presence = { isWhole: boolean; readonly states: Map<number, PresenceState> };

/** `onTooLong` is told of a state that doesn't fit into a pack: nobody elsewhere will see it. */
export function createGathering(onTooLong: () => void): Gathering {
  let hasActivity = false;
  const seqs = new Map<DocumentId, number>();
  const wanted = new Set<DocumentId>();
  const notified = new Set<PersonId>();
  const presences = new Map<DocumentId, Presence>();

  function addPresence({ documentId, isWhole, states }: Extract<Message, { kind: 'presence' }>): void {
    const before = isWhole ? undefined : presences.get(documentId);
    const presence = before ?? { isWhole, states: new Map() };
    for (const state of states) presence.states.set(state.clientId, state);
    presences.set(documentId, presence);
  }

  function* takeMessages(mostBytes: number): Generator<string> {
    if (hasActivity) yield JSON.stringify({ kind: 'activity' });
    hasActivity = false;
    for (const [documentId, seq] of seqs) yield JSON.stringify({ kind: 'document', documentId, seq });
    seqs.clear();
    const people = [...notified];
    notified.clear();
    for (let at = 0; at < people.length; at += mostNotified) {
      yield JSON.stringify({ kind: 'notified', personIds: people.slice(at, at + mostNotified) });
    }
    for (const documentId of wanted) yield JSON.stringify({ kind: 'presence-wanted', documentId });
    wanted.clear();
    for (const [documentId, presence] of presences) {
      yield* presenceMessages(documentId, presence, mostBytes, onTooLong);
    }
    presences.clear();
  }

  return {
    add(message) {
      if (message.kind === 'activity') hasActivity = true;
      else if (message.kind === 'presence-wanted') wanted.add(message.documentId);
      else if (message.kind === 'presence') addPresence(message);
      else if (message.kind === 'notified') for (const id of message.personIds) notified.add(id);
      else seqs.set(message.documentId, Math.max(message.seq, seqs.get(message.documentId) ?? 0));
    },
    isEmpty: () => !hasActivity && [seqs, wanted, notified, presences].every(({ size }) => size === 0),
    takePacks: (mostBytes) => [...packed(takeMessages(mostBytes), mostBytes)],
  };
}

/** Several when they are many: the first says that it is whole, the others add to it. */
function* presenceMessages(
  documentId: DocumentId,
  { isWhole, states }: Presence,
  mostBytes: number,
  onTooLong: () => void,
): Generator<string> {
  const wrap = (inner: readonly string[], whole: boolean): string =>
    `{"kind":"presence","documentId":${JSON.stringify(documentId)},"isWhole":${whole},"states":[${inner.join(',')}]}`;
  const room = mostBytes - Buffer.byteLength(wrap([], false));
  const texts: string[] = [];
  for (const state of states.values()) {
    const text = JSON.stringify(state);
    if (Buffer.byteLength(text) <= room) texts.push(text);
    else onTooLong();
  }
  const groups = [...packed(texts, room)];
  if (groups.length === 0 && isWhole) yield wrap([], true);
  for (const [index, group] of groups.entries()) yield wrap(group, isWhole && index === 0);
}

function* packed(texts: Iterable<string>, mostBytes: number): Generator<string[]> {
  let pack: string[] = [];
  let bytes = 0;
  for (const text of texts) {
    const size = Buffer.byteLength(text) + 1;
    if (pack.length > 0 && bytes + size > mostBytes) {
      yield pack;
      pack = [];
      bytes = 0;
    }
    pack.push(text);
    bytes += size;
  }
  if (pack.length > 0) yield pack;
}
