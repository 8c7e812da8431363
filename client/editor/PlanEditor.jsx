import { createSignal, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { anchorAt } from './anchors.ts';
import { createAnnotationList } from './annotations/annotation-list.ts';
import { highlightsExtension } from './annotations/highlights.ts';
import { PlanAnnotations } from './annotations/PlanAnnotations.tsx';
import { DocumentEditor, textHandle } from './DocumentEditor.tsx';
import { putBackGoal } from './goal-blocks.ts';
import { textStateOf } from './text-state.ts';
export function PlanEditor(props) {
    return (<Show when={props.annotations} fallback={<BarePlan {...props}/>} keyed>
      {(annotations) => <AnnotatedPlan {...props} annotations={annotations}/>}
    </Show>);
}
const handleOf = (editor) => ({
    ...textHandle(editor),
    putBackGoal: (goal) => putBackGoal(editor, goal),
});
function BarePlan(props) {
    return <DocumentEditor {...props} kind="plan" onEditor={(editor) => props.onReady?.(handleOf(editor))}/>;
}
function AnnotatedPlan(props) {
    const { t, language } = useMessages();
    const [active, setActive] = createSignal();
    const spoken = () => props.annotateAs?.language ?? language();
    const list = createAnnotationList(props.annotations, props.me, spoken);
    const annotate = (editor) => beginAnnotation(editor, list, props.annotateAs?.kind ?? 'comment', spoken());
    const acts = (editor) => list.mayWrite() ? [{ label: t('plan.bubble.annotate'), key: 'A', run: () => annotate(editor) }] : [];
    return (<DocumentEditor {...props} kind="plan" acts={acts} extensions={[highlightsExtension(setActive)]} onEditor={(editor) => props.onReady?.(handleOf(editor))} aside={(editor) => (<PlanAnnotations editor={editor} shared={props.annotations} list={list} people={props.people} meId={props.me.id} active={active()} onActive={setActive}/>)}/>);
}
function beginAnnotation(editor, list, kind, language) {
    const text = textStateOf(editor.state);
    const { from, to } = editor.state.selection;
    if (text && from < to)
        list.setDraft({ anchor: anchorAt(text, { from, to }), kind, language });
}
