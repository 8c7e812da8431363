/** Conference minutes: rich text under the agenda's headings, and who was there. */

import * as Y from 'yjs';
import { z } from 'zod';
import { contentRoot, nodeAttributes, textOf } from './rich-text.ts';

/** How somebody took part. `proposed` comes from presence and waits for a person to confirm it. */
export const Attendance = z.strictObject({
  state: z.enum(['proposed', 'present', 'absent']),
  where: z.enum(['room', 'online', 'phone']).optional(),
  note: z.string().max(300).optional(),
});
export type Attendance = z.infer<typeof Attendance>;

export const minutesContent = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(contentRoot);

/** By person or member id, or by a guest's name. Values are whole: the last writer of one line wins. */
export const attendance = (doc: Y.Doc): Y.Map<Attendance> => doc.getMap('attendance');

export function readAttendance(doc: Y.Doc): Map<string, Attendance> {
  const read = new Map<string, Attendance>();
  for (const [key, value] of attendance(doc)) {
    const parsed = Attendance.safeParse(value);
    if (parsed.success) read.set(key, parsed.data);
  }
  return read;
}

export type DecisionInText = {
  readonly decisionId: string;
  readonly text: string;
  readonly taskId: string | undefined;
  /** What else became of it. */
  readonly settled: DecisionSettled | undefined;
  /** The referrals and goals made of it: their chips stand in its block. */
  readonly made: readonly { readonly kind: 'referral' | 'goal'; readonly ref: string }[];
};

export const DecisionSettled = nodeAttributes.decision.shape.settled.unwrap();
export type DecisionSettled = z.infer<typeof DecisionSettled>;

/** Whether somebody still has to say what becomes of it. */
export const isOpenDecision = (decision: DecisionInText): boolean =>
  decision.taskId === undefined && decision.settled === undefined && decision.made.length === 0;

/** The decisions in the text, in reading order. */
export function decisionsInText(doc: Y.Doc): DecisionInText[] {
  const found: DecisionInText[] = [];
  for (const node of minutesContent(doc).createTreeWalker(
    (n) => n instanceof Y.XmlElement && n.nodeName === 'decision',
  )) {
    if (!(node instanceof Y.XmlElement)) continue;
    const decisionId = node.getAttribute('decisionId');
    if (!decisionId) continue;
    const settled = DecisionSettled.safeParse(node.getAttribute('settled')).data;
    found.push({
      decisionId,
      text: textOf(node).trim(),
      taskId: node.getAttribute('taskId'),
      settled,
      made: chipsIn(node),
    });
  }
  return found;
}

function chipsIn(block: Y.XmlElement): DecisionInText['made'] {
  return block.toArray().flatMap((part) => {
    if (!(part instanceof Y.XmlElement) || part.nodeName !== 'chip') return [];
    const [kind, ref] = [part.getAttribute('kind'), part.getAttribute('ref')];
    return ref && (kind === 'referral' || kind === 'goal') ? [{ kind, ref }] : [];
  });
}
