/**
 * A writer's keystrokes as Yjs updates, and reading which of them an update brings. Each writer types one character
 * after the other into a paragraph of their own, so an edit is known by its writer and clock, however servers merge it.
 */
import * as Y from 'yjs';
import { type Cursor, readVarUint, skipVarBytes, writeVarUint } from './cursor.ts';

/** Clocks of a writer before their first keystroke: the paragraph, the text in it, and a character. */
export const clocksBefore = 3;

/** The update that puts a writer's paragraph at the root of a care plan, with its first character: clocks 0, 1 and 2. */
export function firstUpdate(clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    doc.getXmlFragment('content').push([paragraph]);
    paragraph.push([text]);
    text.insert(0, 'a');
  });
  return Y.encodeStateAsUpdate(doc);
}

const scratch = new Uint8Array(64);
const letters = 'abcdefghij klmnopqrst uvwxyz';

/** The character typed at `clock`, right after the one before: the bytes that Yjs gives, without a document. */
export function keystroke(clientId: number, clock: number): Uint8Array {
  let at = 0;
  scratch[at++] = 1; // clients
  scratch[at++] = 1; // structs
  at = writeVarUint(scratch, at, clientId);
  at = writeVarUint(scratch, at, clock);
  scratch[at++] = hasOrigin | ref.text;
  at = writeVarUint(scratch, at, clientId);
  at = writeVarUint(scratch, at, clock - 1);
  scratch[at++] = 1; // length of the text
  scratch[at++] = letters.charCodeAt(clock % letters.length);
  scratch[at++] = 0; // deletions
  return scratch.slice(0, at);
}

const ref = { collected: 0, deleted: 1, text: 4, type: 7, skip: 10 } as const;
const hasOrigin = 128;
const hasRightOrigin = 64;
const hasKey = 32;

/** Tells each run of clocks `[clock, end)` that the update brings. `cursor` stands at its first byte. */
export function readClocks(
  cursor: Cursor,
  tell: (clientId: number, clock: number, end: number) => void,
): void {
  for (let clients = readVarUint(cursor); clients > 0; clients--) {
    let structs = readVarUint(cursor);
    const clientId = readVarUint(cursor);
    const clock = readVarUint(cursor);
    let end = clock;
    for (; structs > 0; structs--) end += readStruct(cursor);
    tell(clientId, clock, end);
  }
}

/** Steps over one struct and answers its length. Only what this load writes is known. */
function readStruct(cursor: Cursor): number {
  const info = cursor.bytes[cursor.at++] ?? 0;
  const kind = info & 31;
  if (kind === ref.collected || kind === ref.skip) return readVarUint(cursor);
  if (info & hasOrigin) skipId(cursor);
  if (info & hasRightOrigin) skipId(cursor);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    if (readVarUint(cursor) === 1) skipVarBytes(cursor);
    else skipId(cursor);
    if (info & hasKey) skipVarBytes(cursor);
  }
  if (kind === ref.text) {
    const length = readVarUint(cursor); // all our letters are one byte
    cursor.at += length;
    return length;
  }
  if (kind === ref.deleted) return readVarUint(cursor);
  if (kind !== ref.type) throw new Error(`content of kind ${kind} that nobody here writes`);
  const element = 3;
  if (readVarUint(cursor) === element) skipVarBytes(cursor);
  return 1;
}

function skipId(cursor: Cursor): void {
  readVarUint(cursor);
  readVarUint(cursor);
}
