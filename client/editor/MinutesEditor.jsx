import { createEffect, onCleanup } from 'solid-js';
import { decisionsInText, minutesContent } from '../../shared/documents/minutes.ts';
import { findDecision, makeRecordOfDecision } from './acts.ts';
import { DocumentEditor, textHandle } from './DocumentEditor.tsx';
export function MinutesEditor(props) {
    createEffect(() => {
        if (props.shared.ready())
            watchDecisions(props.shared, (decisions) => props.onDecisionsChange?.(decisions));
    });
    return (<DocumentEditor {...props} kind="minutes" onEditor={(editor, chrome) => props.onReady?.(handleOf(editor, chrome))}/>);
}
function watchDecisions(shared, tell) {
    const content = minutesContent(shared.doc);
    let told = '';
    const look = () => {
        const decisions = decisionsInText(shared.doc);
        const now = JSON.stringify(decisions);
        if (now !== told)
            tell(decisions);
        told = now;
    };
    content.observeDeep(look);
    onCleanup(() => content.unobserveDeep(look));
    look();
}
const handleOf = (editor, chrome) => ({
    ...textHandle(editor),
    makeTask: (decisionId) => makeRecordOfDecision(editor, chrome, 'task', decisionId),
    makeReferral: (decisionId) => makeRecordOfDecision(editor, chrome, 'referral', decisionId),
    goToDecision(decisionId) {
        const decision = findDecision(editor.state.doc, decisionId);
        if (!decision)
            return;
        editor.commands.focus(decision.position + 1 + decision.node.content.size, { scrollIntoView: false });
        const block = editor.view.nodeDOM(decision.position);
        if (block instanceof Element)
            block.scrollIntoView({ block: 'center', behavior: 'smooth' });
    },
});
