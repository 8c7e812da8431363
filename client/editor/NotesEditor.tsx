/** Notes of a zone, and the pact's text: the same page to write on, with less on offer. */
import type { JSX } from 'solid-js';
import { DocumentEditor, type DocumentEditorProps, type TextHandle, textHandle } from './DocumentEditor.tsx';

export type NotesEditorProps = DocumentEditorProps & { onReady?: ((handle: TextHandle) => void) | undefined };

export function NotesEditor(props: NotesEditorProps): JSX.Element {
  return (
    <DocumentEditor {...props} kind="notes" onEditor={(editor) => props.onReady?.(textHandle(editor))} />
  );
}
