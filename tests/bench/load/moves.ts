/** Cursor moves as awareness updates, as the editor's caret writes them, and reading whose newest a frame brings. */
import { type Cursor, readVarUint, skipVarBytes, writeVarUint } from './cursor.ts';

const scratch = Buffer.alloc(1024);

/** The awareness update of a caret in the writer's own text: about 260 bytes, as y-prosemirror's are. */
export function move(clientId: number, clock: number, textClock: number): Uint8Array {
  const place = `{"type":{"client":${clientId},"clock":1},"tname":null,"item":{"client":${clientId},"clock":${textClock}},"assoc":0}`;
  const state = `{"user":{"name":"Anna","color":"#30bced"},"cursor":{"anchor":${place},"head":${place}}}`;
  let at = 0;
  scratch[at++] = 1; // states
  at = writeVarUint(scratch, at, clientId);
  at = writeVarUint(scratch, at, clock);
  at = writeVarUint(scratch, at, state.length);
  at += scratch.write(state, at, 'latin1');
  return scratch.subarray(0, at);
}

/** Tells each state's client and clock. `cursor` stands at the awareness update's first byte. */
export function readMoves(cursor: Cursor, tell: (clientId: number, clock: number) => void): void {
  for (let states = readVarUint(cursor); states > 0; states--) {
    const clientId = readVarUint(cursor);
    const clock = readVarUint(cursor);
    skipVarBytes(cursor);
    tell(clientId, clock);
  }
}
