/**
 * Other people's carets: their colour by identity, their name only while the hand moves and 1.2 s after. On a block's
 * first line the name sits above it, from the second line on it stands in the gutter, so it never covers words.
 */
import { type Editor, Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type { Presence } from '../collab/presence.ts';
import type { ColourOf } from '../ui/caret-colours.tsx';
import type { Named } from './chrome.ts';
import { sectionAt } from './text-state.ts';

const nameRestsMs = 1_200;

const idOf = (user: Record<string, unknown>): string => (typeof user.id === 'string' ? user.id : '');

/** A given name is enough beside the words; the whole name is in the list of who is here. */
const shortName = (user: Record<string, unknown>): string =>
  typeof user.name === 'string' ? (user.name.split(' ')[0] ?? '') : '';

const caretClass = 'caret collaboration-carets__caret';

const drawCaret =
  (colourOf: ColourOf) =>
  (user: Record<string, unknown>): HTMLElement => {
    const caret = document.createElement('span');
    caret.className = `${caretClass} p${colourOf(idOf(user))}`;
    caret.dataset.person = idOf(user);
    caret.setAttribute('aria-hidden', 'true');
    const name = document.createElement('b');
    name.textContent = shortName(user);
    caret.append(name);
    return caret;
  };

export const caretsExtension = (presence: Presence, me: Named, colourOf: ColourOf) =>
  CollaborationCaret.configure({
    provider: { awareness: tellingOnce(presence) },
    user: { id: me.id, name: me.name },
    render: drawCaret(colourOf),
    selectionRender: (user) => ({ class: `sel p${colourOf(idOf(user))}` }),
  });

/**
 * The awareness as the caret plugin has it. That plugin tells one's own caret again after each letter of others, and
 * every page with a caret would answer every letter: what is known is not said again.
 */
const tellingOnce = ({ awareness, tell }: Presence): Awareness =>
  Object.create(awareness, { setLocalStateField: { value: tell } });

/** Carets already drawn take on the colours of now: they are kept while they move, and nobody draws them again. */
export function recolourCarets(text: Element, colourOf: ColourOf): void {
  for (const caret of text.querySelectorAll<HTMLElement>('.caret[data-person]'))
    caret.className = `${caretClass} p${colourOf(caret.dataset.person ?? '')}`;
}

/** Shows the names of those who move, and tells the others where I write. */
export const movingNamesExtension = (presence: Presence) =>
  Extension.create({
    name: 'movingNames',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          key: new PluginKey('movingNames'),
          view: (view) => followHands(view, presence.awareness),
        }),
        new Plugin({
          key: new PluginKey('caretsAfterSplits'),
          view: drawCaretsAgain,
        }),
      ];
    },
    onUpdate({ transaction }) {
      tellSection(this.editor, presence);
      if (this.editor.isFocused && !isChangeOrigin(transaction)) presence.typed();
    },
    onSelectionUpdate() {
      tellSection(this.editor, presence);
    },
    onFocus() {
      tellSection(this.editor, presence);
    },
    onBlur() {
      tellSection(this.editor, presence);
    },
  });

/** Where I write. Whoever only reads, or has the caret elsewhere, writes nowhere. */
function tellSection(editor: Editor, presence: Presence): void {
  const writes = editor.isEditable && editor.view.hasFocus();
  presence.tell(
    'section',
    writes ? sectionAt(editor.state.doc, editor.state.selection.from)?.key : undefined,
  );
}

const answerMs = 300;

/**
 * When one splits or joins blocks the caret plugin takes everybody's carets away until they tell where they are now.
 * Whoever is still in the same place tells nothing: after time enough for an answer all are drawn where they are known.
 */
function drawCaretsAgain() {
  let soon: ReturnType<typeof setTimeout> | undefined;
  const hasCarets = (state: EditorState) => yCursorPluginKey.getState(state) !== DecorationSet.empty;
  return {
    update(view: EditorView, before: EditorState) {
      if (hasCarets(view.state) || !hasCarets(before)) return;
      clearTimeout(soon);
      soon = setTimeout(() => {
        if (!view.isDestroyed)
          view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
      }, answerMs);
    },
    destroy: () => clearTimeout(soon),
  };
}

function followHands(view: EditorView, awareness: Awareness) {
  const lastCursor = new Map<number, string>();
  const rests = new Map<number, ReturnType<typeof setTimeout>>();
  const caretsOf = (client: number) => {
    const id: unknown = awareness.getStates().get(client)?.user?.id;
    return typeof id === 'string'
      ? [...view.dom.querySelectorAll<HTMLElement>(`.caret[data-person="${CSS.escape(id)}"]`)]
      : [];
  };
  const moved = new Set<number>();
  let frame = 0;
  const showName = (client: number) => {
    for (const caret of caretsOf(client)) {
      caret.toggleAttribute('data-gutter', !isOnFirstLine(caret));
      caret.toggleAttribute('data-moving', true);
    }
    clearTimeout(rests.get(client));
    rests.set(
      client,
      setTimeout(() => {
        for (const caret of caretsOf(client)) caret.removeAttribute('data-moving');
      }, nameRestsMs),
    );
  };
  const showNames = () => {
    frame = 0;
    if (!view.isDestroyed) for (const client of moved) showName(client);
    moved.clear();
  };
  const onChange = () => {
    for (const [client, state] of awareness.getStates()) {
      const cursor = JSON.stringify(state.cursor ?? null);
      if (client === awareness.clientID || lastCursor.get(client) === cursor) continue;
      lastCursor.set(client, cursor);
      if (cursor === 'null') continue;
      moved.add(client);
      // The caret is drawn by the cursor plugin in a task of its own, after this change; it is measured with the frame.
      setTimeout(() => {
        if (frame === 0) frame = requestAnimationFrame(showNames);
      });
    }
  };
  awareness.on('change', onChange);
  return {
    destroy() {
      awareness.off('change', onChange);
      cancelAnimationFrame(frame);
      for (const rest of rests.values()) clearTimeout(rest);
    },
  };
}

function isOnFirstLine(caret: HTMLElement): boolean {
  const block = caret.closest('p, h2, h3, li, .goal-w, .decision-w, .dissent-w, .voice-w');
  if (!block) return true;
  const line = caret.getBoundingClientRect();
  return line.top - block.getBoundingClientRect().top < line.height * 0.8;
}
