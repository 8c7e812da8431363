/** Points that came onto the agenda after the minutes were made get their heading there too, once. */
import * as Y from 'yjs';
import type { ActivityKind } from '../../../shared/activity.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { setNodeAttribute } from '../../../shared/documents/rich-text.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { AgendaPoint } from '../../../shared/records/conferences.ts';
import type { Tx } from '../../db/connect.ts';
import { appendToDocument } from '../../sync/append-to-document.ts';

/** After these the minutes may hold a heading that no page wrote. */
export const addsHeadings = (kind: ActivityKind): boolean =>
  kind === 'conference.point-asked' || kind === 'conference.changed';

/**
 * The server writes them, in the command that changes the agenda and under the conference's lock: two pages that did it
 * at once would write each heading twice. Nothing is moved or taken out: somebody may have written under it.
 */
export const writeMissingHeadings = (
  tx: Tx,
  minutesId: DocumentId,
  agenda: readonly AgendaPoint[],
): Promise<void> => appendToDocument(tx, minutesId, (doc) => addMissingHeadings(doc, agenda));

/** Before the heading of the point that follows it on the agenda; at the end when none does. */
export function addMissingHeadings(doc: Y.Doc, agenda: readonly AgendaPoint[]): void {
  const content = minutesContent(doc);
  // From the last to the first, so that each new heading finds the one it comes before.
  for (const [index, point] of [...agenda.entries()].reverse()) {
    if (headingAt(content, point.id) >= 0) continue;
    const following = agenda.slice(index + 1).map(({ id }) => headingAt(content, id));
    const at = following.find((place) => place >= 0) ?? content.length;
    const heading = new Y.XmlElement('heading');
    content.insert(at, [heading, new Y.XmlElement('paragraph')]);
    setNodeAttribute(heading, 'level', 2);
    setNodeAttribute(heading, 'agenda', point.id);
    heading.push([new Y.XmlText(point.title)]);
  }
}

const headingAt = (content: Y.XmlFragment, pointId: string): number =>
  content
    .toArray()
    .findIndex((block) => block instanceof Y.XmlElement && block.getAttribute('agenda') === pointId);
