/** The care plan: rich text by right, with goals whose words stand here and whose state is a record. */
import * as Y from 'yjs';
import { GoalId } from '../ids.ts';
import { contentRoot, textOf } from './rich-text.ts';

export const planContent = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(contentRoot);

export type GoalInText = { readonly goalId: GoalId; readonly title: string };

/** Every goal that stands in the text, in reading order. A block without a valid id is not a goal yet. */
export function goalsInText(doc: Y.Doc): GoalInText[] {
  const found: GoalInText[] = [];
  for (const node of planContent(doc).createTreeWalker(
    (n) => n instanceof Y.XmlElement && n.nodeName === 'goal',
  )) {
    if (!(node instanceof Y.XmlElement)) continue;
    const goalId = GoalId.safeParse(node.getAttribute('goalId'));
    if (goalId.success) found.push({ goalId: goalId.data, title: textOf(node).trim() });
  }
  return found;
}
