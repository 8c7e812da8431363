/** Conference minutes: rich text under the agenda's headings, and who was there. */
import * as Y from 'yjs';
import { z } from 'zod';
import { contentRoot, textOf } from './rich-text.ts';
/** How somebody took part. `proposed` comes from presence and waits for a person to confirm it. */
export const Attendance = z.strictObject({
    state: z.enum(['proposed', 'present', 'absent']),
    where: z.enum(['room', 'online', 'phone']).optional(),
    note: z.string().max(300).optional(),
});
export const minutesContent = (doc) => doc.getXmlFragment(contentRoot);
/** By person or member id, or by a guest's name. Values are whole: the last writer of one line wins. */
export const attendance = (doc) => doc.getMap('attendance');
export function readAttendance(doc) {
    const read = new Map();
    for (const [key, value] of attendance(doc)) {
        const parsed = Attendance.safeParse(value);
        if (parsed.success)
            read.set(key, parsed.data);
    }
    return read;
}
/** The decisions in the text, in reading order. */
export function decisionsInText(doc) {
    const found = [];
    for (const node of minutesContent(doc).createTreeWalker((n) => n instanceof Y.XmlElement && n.nodeName === 'decision')) {
        if (!(node instanceof Y.XmlElement))
            continue;
        const decisionId = node.getAttribute('decisionId');
        if (decisionId)
            found.push({ decisionId, text: textOf(node).trim(), taskId: node.getAttribute('taskId') });
    }
    return found;
}
