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
    provider: { awareness: calmAwareness(presence) },
    user: { id: me.id, name: me.name },
    render: drawCaret(colourOf),
    selectionRender: (user) => ({ class: `sel p${colourOf(idOf(user))}` }),
  });

/**
 * The awareness as the caret plugin has it. That plugin tells one's own caret again after each letter of others, and
 * every page with a caret would answer every letter: what is known is not said again. And it draws all carets again at
 * each message, which costs a layout of the page: it hears of them once a frame.
 */
function calmAwareness({ awareness, tell }: Presence): Awareness {
  type Hearing = (...given: unknown[]) => void;
  const calm = new Map<Hearing, { hear: () => void; stop: () => void }>();
  return Object.create(awareness, {
    setLocalStateField: { value: tell },
    on: {
      value: (name: 'change' | 'update', hearing: Hearing) => {
        const framed = oncePerFrame(hearing);
        calm.set(hearing, framed);
        awareness.on(name, framed.hear);
      },
    },
    off: {
      value: (name: 'change' | 'update', hearing: Hearing) => {
        const framed = calm.get(hearing);
        if (!framed) return;
        calm.delete(hearing);
        framed.stop();
        awareness.off(name, framed.hear);
      },
    },
  });
}

/** Calls with the next frame, however often it is asked to. What is given last is passed on. */
function oncePerFrame<Given extends unknown[]>(act: (...given: Given) => void) {
  let frame = 0;
  let last: Given;
  return {
    hear: (...given: Given) => {
      last = given;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        act(...last);
      });
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** Carets already drawn take on the colours of now: they are kept while they move, and nobody draws them again. */
export function recolourCarets(text: Element, colourOf: ColourOf): void {
  for (const caret of text.querySelectorAll<HTMLElement>('.caret[data-person]'))
    caret.className = `${caretClass} p${colourOf(caret.dataset.person ?? '')}`;
}

/** How often carets were drawn again because somebody moved: then they stand where their names are to be shown. */
const caretsDrawn = new PluginKey<number>('movingNames');

/** Shows the names of those who move, and tells the others where I write. */
export const movingNamesExtension = (presence: Presence) =>
  Extension.create({
    name: 'movingNames',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          key: caretsDrawn,
          state: {
            init: () => 0,
            apply: (change, times: number) =>
              change.getMeta(yCursorPluginKey)?.awarenessUpdated ? times + 1 : times,
          },
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
  const showName = (client: number, drawn: readonly { caret: HTMLElement; isInGutter: boolean }[]) => {
    for (const { caret, isInGutter } of drawn) {
      caret.toggleAttribute('data-gutter', isInGutter);
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
    // All are measured before any is changed: the page is laid out once.
    const drawn = [...moved].map(
      (client) =>
        [client, caretsOf(client).map((caret) => ({ caret, isInGutter: !isOnFirstLine(caret) }))] as const,
    );
    moved.clear();
    if (!view.isDestroyed) for (const [client, carets] of drawn) showName(client, carets);
  };
  const onChange = () => {
    for (const [client, state] of awareness.getStates()) {
      const cursor = JSON.stringify(state.cursor ?? null);
      if (client === awareness.clientID || lastCursor.get(client) === cursor) continue;
      lastCursor.set(client, cursor);
      if (cursor === 'null') continue;
      moved.add(client);
    }
  };
  awareness.on('change', onChange);
  return {
    update(now: EditorView, before: EditorState) {
      if (moved.size === 0 || caretsDrawn.getState(now.state) === caretsDrawn.getState(before)) return;
      frame ||= requestAnimationFrame(showNames);
    },
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
