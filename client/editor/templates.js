import { Right } from '../../shared/records/rights.ts';
const agendaPoints = ['wellbeing', 'changes', 'goals', 'decisions', 'next'];
const heading = (text, attributes = {}) => ({
    type: 'heading',
    attrs: { level: 2, ...attributes },
    content: [{ type: 'text', text }],
});
const space = { type: 'paragraph' };
function templateBlocks(kind, t) {
    if (kind === 'agenda')
        return agendaPoints.flatMap((point) => [heading(t(`plan.agenda.${point}`)), space]);
    const rights = Right.options.flatMap((right) => [heading(t(`plan.right.${right}`), { right }), space]);
    return [heading(t('plan.template.start')), space, ...rights];
}
/** Appends what isn't there yet: a right that already has its heading keeps it. */
export function insertTemplate(editor, kind, t) {
    const { doc } = editor.state;
    const rights = new Set();
    doc.forEach((block) => {
        rights.add(block.attrs.right);
    });
    const blocks = templateBlocks(kind, t);
    const missing = blocks.filter((block, index) => {
        const right = (block.type === 'heading' ? block : blocks[index - 1])?.attrs?.right;
        return right === undefined || !rights.has(right);
    });
    editor
        .chain()
        .insertContentAt(isBare(doc) ? { from: 0, to: doc.content.size } : doc.content.size, missing)
        .focus('start')
        .run();
}
const fewWords = 40;
/** Nothing but an empty line. */
const isBare = (doc) => doc.childCount <= 1 && doc.textContent.trim() === '';
/** So little is written that a template would help: no headings, and hardly a sentence. */
export function isNearlyEmpty(doc) {
    let headings = 0;
    doc.forEach((block) => {
        if (block.type.name === 'heading')
            headings += 1;
    });
    return headings === 0 && doc.textContent.trim().length < fewWords;
}
