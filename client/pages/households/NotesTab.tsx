/** A reserved zone's notes: one page of text, for those who have it. */
import { type JSX, Show } from 'solid-js';
import { useMe } from '../../api/session.tsx';
import { NotesEditor } from '../../editor/NotesEditor.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { createOpened, useRoom } from './household-room.tsx';
import { TextDialogs } from './TextDialogs.tsx';
import type { NotesKind } from './tabs.ts';
import { createTextActs } from './text-acts.ts';

export default function NotesTab(props: { kind: NotesKind }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const kind = props.kind;
  const notes = createOpened(room.household, kind);
  const acts = createTextActs(room, { document: kind });
  const title = () => t(`households.tab.${kind}`);
  return (
    <Show when={notes()} keyed>
      {(shared) => (
        <div class="notes-page">
          <DocumentBar shared={shared} title={joined(t, [title(), room.household().name])} />
          <NotesEditor
            shared={shared}
            me={{ id: me().id, name: me().name }}
            label={`${title()}: ${room.household().name}`}
            {...acts.records}
          />
          <TextDialogs acts={acts} />
        </div>
      )}
    </Show>
  );
}
