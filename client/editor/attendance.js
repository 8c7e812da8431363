import { attendance } from '../../shared/documents/minutes.ts';
/** Proposes everybody who is here and has no line yet. */
export function proposeAttendance(doc, here) {
    const lines = attendance(doc);
    const missing = here.filter((id) => !lines.has(id));
    if (missing.length === 0)
        return;
    doc.transact(() => {
        for (const id of missing)
            lines.set(id, { state: 'proposed', where: 'online' });
    });
}
/** Writes one line: by person or member id, or a guest's name. */
export const confirmAttendance = (doc, key, line) => {
    attendance(doc).set(key, line);
};
/** Turns every proposal into presence: what the minute-taker presses once, having looked round the room. */
export function confirmAllProposed(doc) {
    doc.transact(() => {
        for (const [key, line] of attendance(doc)) {
            if (line.state === 'proposed')
                attendance(doc).set(key, { ...line, state: 'present' });
        }
    });
}
/** Takes a line away: somebody who was proposed by mistake. */
export const removeAttendance = (doc, key) => attendance(doc).delete(key);
