import { DocumentEditor, textHandle } from './DocumentEditor.tsx';
export function NotesEditor(props) {
    return (<DocumentEditor {...props} kind="notes" onEditor={(editor) => props.onReady?.(textHandle(editor))}/>);
}
