/**
 * The shape of an update, read by Yjs's own decoder and before anything is applied: it decodes to its last byte, every
 * client's structs follow each other without a hole, and everything they hang on is known or comes with them. What
 * passes leaves nothing pending in a Y.Doc.
 */
import type { Decoder } from 'lib0/decoding';
import * as Y from 'yjs';
import { Refused } from './refused.ts';

/** More than any page writes in 256 KiB of honest edits. */
const mostStructs = 50_000;
/** A person's offline tabs each have a client id; nobody has this many. */
const mostClients = 256;
/** Clocks are counters of characters: one beyond this was made up. */
const highestClock = 2 ** 40;

export type Struct = Y.Item | Y.GC | Y.Skip;

/** The structs of one client in an update, in clock order. */
export type Section = {
  readonly client: number;
  readonly structs: readonly Struct[];
  /** Whether some of them are new to the document. */
  readonly hasNews: boolean;
  /** The next struct to look at. */
  next: number;
};

export type Deletion = { readonly clock: number; readonly len: number };

export type DecodedUpdate = {
  readonly sections: ReadonlyMap<number, Section>;
  readonly deletions: ReadonlyMap<number, readonly Deletion[]>;
};

/** Yjs's decoder, and how much of the update it left unread. */
class MeasuringDecoder extends Y.UpdateDecoderV1 {
  static latest: Decoder | undefined;
  constructor(decoder: Decoder) {
    super(decoder);
    MeasuringDecoder.latest = decoder;
  }
}

/** Decodes; `isStored` lifts the limits of one update. Throws `Refused`, or whatever Yjs throws at garbage. */
export function decode(update: Uint8Array, doc: Y.Doc, isStored: boolean): DecodedUpdate {
  const { structs, ds } = Y.decodeUpdateV2(update, MeasuringDecoder);
  const decoder = MeasuringDecoder.latest;
  MeasuringDecoder.latest = undefined;
  if (decoder === undefined || decoder.pos !== update.length) throw new Refused('trailing-bytes');
  if (!isStored && structs.length > mostStructs) throw new Refused('too-many-structs');
  const most = isStored ? Number.POSITIVE_INFINITY : mostClients;
  return { sections: toSections(structs, doc, most), deletions: checkDeletions(ds.clients) };
}

export const endOf = (struct: Struct): number => struct.id.clock + struct.length;

function toSections(structs: readonly Struct[], doc: Y.Doc, most: number): Map<number, Section> {
  const sections = new Map<number, Section>();
  for (let start = 0; start < structs.length; ) {
    const first = structs[start];
    if (first === undefined) break;
    const { client, clock } = first.id;
    // Yjs would drop the first of two sections of one client.
    if (sections.has(client) || sections.size === most) throw new Refused('too-many-clients');
    if (!Number.isSafeInteger(client) || clock > highestClock) throw new Refused('impossible-id');
    const known = Y.getState(doc.store, client);
    if (clock > known) throw new Refused('gap');
    let end = start;
    for (let struct = structs[end]; struct !== undefined && struct.id.client === client; ) {
      checkStruct(struct, first.id.clock, structs[end - 1], end > start);
      struct = structs[++end];
    }
    const own = structs.slice(start, end);
    const last = own.at(-1) ?? first;
    sections.set(client, { client, structs: own, hasNews: endOf(last) > known, next: 0 });
    start = end;
  }
  return sections;
}

function checkStruct(
  struct: Struct,
  firstClock: number,
  previous: Struct | undefined,
  follows: boolean,
): void {
  // A replica that itself waits for something sends a skip where the hole is.
  if (struct instanceof Y.Skip) throw new Refused('gap');
  if (struct.length < 1 || endOf(struct) > highestClock) throw new Refused('impossible-length');
  const expected = follows && previous !== undefined ? endOf(previous) : firstClock;
  if (struct.id.clock !== expected) throw new Refused('too-many-clients');
}

/** Yjs writes deletions sorted and without overlap; anything else would make applying them slow. */
function checkDeletions(deletions: ReadonlyMap<number, readonly Deletion[]>): typeof deletions {
  for (const ranges of deletions.values()) {
    let previousEnd = 0;
    for (const { clock, len } of ranges) {
      if (clock < previousEnd || len < 1 || clock + len > highestClock)
        throw new Refused('disordered-deletions');
      previousEnd = clock + len;
    }
  }
  return deletions;
}

/**
 * Walks the new structs in an order in which each finds what it hangs on, as Yjs will, and shows each to `visit`.
 * Throws `Refused('gap')` when something is missing and `Refused('impossible-id')` when it can't ever come.
 */
export function walk(
  { sections, deletions }: DecodedUpdate,
  doc: Y.Doc,
  visit: (struct: Y.Item | Y.GC, section: Section) => void,
): void {
  const reached = new Map<number, number>();
  const available = (client: number) => reached.get(client) ?? Y.getState(doc.store, client);
  const waiting = new Set([...sections.values()].filter((section) => section.hasNews));
  for (let progressed = true; progressed && waiting.size > 0; ) {
    progressed = false;
    for (const section of waiting) {
      const before = section.next;
      if (advance(section, available, reached, visit)) waiting.delete(section);
      if (section.next > before) progressed = true;
    }
  }
  if (waiting.size > 0) throw new Refused('gap');
  for (const [client, ranges] of deletions) {
    const last = ranges.at(-1);
    if (last !== undefined && last.clock + last.len > available(client)) throw new Refused('gap');
  }
}

/** Whether the section was walked to its end. */
function advance(
  section: Section,
  available: (client: number) => number,
  reached: Map<number, number>,
  visit: (struct: Y.Item | Y.GC, section: Section) => void,
): boolean {
  for (; section.next < section.structs.length; section.next++) {
    const struct = section.structs[section.next];
    if (struct === undefined || struct instanceof Y.Skip) throw new Refused('gap');
    if (endOf(struct) <= available(section.client)) continue;
    if (struct instanceof Y.Item && !isReady(struct, available)) return false;
    visit(struct, section);
    reached.set(section.client, endOf(struct));
  }
  return true;
}

function isReady(item: Y.Item, available: (client: number) => number): boolean {
  const parent: unknown = item.parent;
  return (
    isThere(item.origin, item.id, available) &&
    isThere(item.rightOrigin, item.id, available) &&
    (!(parent instanceof Y.ID) || isThere(parent, item.id, available))
  );
}

function isThere(target: Y.ID | null, own: Y.ID, available: (client: number) => number): boolean {
  if (target === null) return true;
  if (target.client !== own.client) return target.clock < available(target.client);
  // Yjs doesn't look whether a struct hangs on itself or on its own future, and breaks.
  if (target.clock >= own.clock) throw new Refused('impossible-id');
  return true;
}

/** Whether anything that is still there would be deleted. */
export function deletesAnything(deletions: DecodedUpdate['deletions'], doc: Y.Doc): boolean {
  for (const [client, ranges] of deletions) {
    const structs = doc.store.clients.get(client);
    if (structs === undefined) continue;
    for (const { clock, len } of ranges) {
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (!struct.deleted) return true;
      }
    }
  }
  return false;
}
