/**
 * Who was at the conference (X2): proposed from who is present, then confirmed by a person. A line somebody has already
 * written is never changed by a proposal.
 */
import type * as Y from 'yjs';
import { type Attendance, attendance } from '../../shared/documents/minutes.ts';
import type { PersonId } from '../../shared/ids.ts';

/** Proposes everybody who is here and has no line yet. */
export function proposeAttendance(doc: Y.Doc, here: readonly PersonId[]): void {
  const lines = attendance(doc);
  const missing = here.filter((id) => !lines.has(id));
  if (missing.length === 0) return;
  doc.transact(() => {
    for (const id of missing) lines.set(id, { state: 'proposed', where: 'online' });
  });
}

/** Writes one line: by person or member id, or a guest's name. */
export const confirmAttendance = (doc: Y.Doc, key: string, line: Attendance): void => {
  attendance(doc).set(key, line);
};

/** Turns every proposal into presence: what the minute-taker presses once, having looked round the room. */
export function confirmAllProposed(doc: Y.Doc): void {
  doc.transact(() => {
    for (const [key, line] of attendance(doc)) {
      if (line.state === 'proposed') attendance(doc).set(key, { ...line, state: 'present' });
    }
  });
}

/** Takes a line away: somebody who was proposed by mistake. */
export const removeAttendance = (doc: Y.Doc, key: string): void => attendance(doc).delete(key);
