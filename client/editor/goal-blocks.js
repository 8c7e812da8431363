import { sectionsOf } from './text-state.ts';
/** At the end of the section of its right, or of the text when that right has none. Nothing when it stands already. */
export function putBackGoal(editor, goal) {
    const { doc } = editor.state;
    const sections = sectionsOf(doc);
    if (sections.some(({ goalIds }) => goalIds.includes(goal.id)))
        return;
    const at = sections.findIndex(({ right }) => right === goal.right);
    const next = at < 0 ? undefined : sections.slice(at + 1).find(({ level }) => level === 2);
    const position = next?.position ?? doc.content.size;
    const words = goal.title ? [{ type: 'text', text: goal.title }] : [];
    editor.commands.insertContentAt(position, { type: 'goal', attrs: { goalId: goal.id }, content: words });
}
