/** What one may do with a document as a whole, at the end of the line above it: take a copy, look at its past. */
import './document-bar.css';
import type { JSX } from 'solid-js';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { PaperMenu } from '../papers/PaperMenu.tsx';
import { HistoryButton } from '../versions/HistoryButton.tsx';
import { useRoom } from './household-room.tsx';

export type DocumentBarProps = {
  shared: SharedDocument;
  title: string;
  /** Icons alone, where others stand on the same line. */
  brief?: boolean | undefined;
};

export function DocumentBar(props: DocumentBarProps): JSX.Element {
  return (
    <div class="document-bar">
      <DocumentPapers shared={props.shared} />
      <HistoryButton shared={props.shared} title={props.title} brief={props.brief} />
    </div>
  );
}

/** Protected notes are never a file. */
export function DocumentPapers(props: { shared: SharedDocument }): JSX.Element {
  const room = useRoom();
  const { kind, documentId } = props.shared;
  return kind === 'protection-notes' ? null : (
    <PaperMenu
      householdId={room.household().id}
      documentId={documentId}
      name={`${room.household().code}-${kind}`}
    />
  );
}
