/**
 * Marks under annotated words: decorations drawn on this page only, from anchors in the annotations' own document. The
 * plan's text holds nothing of them, so an annotator changes none of it.
 */
import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Anchor, type Found, findAnchor } from '../anchors.ts';
import { textStateOf } from '../text-state.ts';

export type MarkedThread = Anchor & {
  readonly key: string;
  readonly resolved: boolean;
  /** Read by a screen reader on the small-screen mark. */
  readonly label: string;
};

type Told = { readonly threads: readonly MarkedThread[]; readonly active: string | undefined };
type Marks = Told & { readonly found: ReadonlyMap<string, Found>; readonly drawn: DecorationSet };

const marksKey = new PluginKey<Marks>('annotationMarks');

/** Tells the editor which threads there are, and which one is looked at. */
export const tellThreads = (state: EditorState, told: Told): Transaction => state.tr.setMeta(marksKey, told);

export const foundThreads = (state: EditorState): ReadonlyMap<string, Found> =>
  marksKey.getState(state)?.found ?? new Map();

/** `onPick`: the annotated words, or their mark, were pressed. */
export const highlightsExtension = (onPick: (key: string) => void) =>
  Extension.create({
    name: 'annotationMarks',
    addProseMirrorPlugins() {
      return [
        new Plugin<Marks>({
          key: marksKey,
          state: {
            init: () => ({ threads: [], active: undefined, found: new Map(), drawn: DecorationSet.empty }),
            apply: (tr, marks, _old, state) => nextMarks(tr, marks, state),
          },
          props: {
            decorations: (state) => marksKey.getState(state)?.drawn,
            handleClick: (_view, _at, event) => pick(event.target, onPick),
          },
        }),
      ];
    },
  });

function pick(target: EventTarget | null, onPick: (key: string) => void): boolean {
  const mark = target instanceof Element ? target.closest('[data-thread]') : null;
  const key = mark?.getAttribute('data-thread');
  if (key) onPick(key);
  return key !== undefined && key !== null && mark instanceof HTMLButtonElement;
}

/**
 * One's own edits reach the Yjs document only after the editor has them: until then places are moved along with the
 * edit. Others' edits come from Yjs, and places are looked up again.
 */
function nextMarks(tr: Transaction, marks: Marks, state: EditorState): Marks {
  const told: Told | undefined = tr.getMeta(marksKey);
  if (!told && !tr.docChanged) return marks;
  const { threads, active } = told ?? marks;
  const found =
    told || isChangeOrigin(tr) ? findAll(state, threads, marks) : moveAll(marks.found, threads, tr);
  return { threads, active, found, drawn: draw(state, threads, found, active) };
}

function findAll(state: EditorState, threads: readonly MarkedThread[], before: Marks): Map<string, Found> {
  const text = textStateOf(state);
  if (!text) return new Map(before.found);
  return new Map(threads.map((thread) => [thread.key, findAnchor(text, thread)]));
}

function moveAll(
  found: ReadonlyMap<string, Found>,
  threads: readonly MarkedThread[],
  tr: Transaction,
): Map<string, Found> {
  const moved = new Map<string, Found>();
  for (const { key } of threads) {
    const place = found.get(key);
    if (!place || place.by === 'nothing') {
      if (place) moved.set(key, place);
      continue;
    }
    const from = tr.mapping.map(place.from, 1);
    const to = tr.mapping.map(place.to, -1);
    moved.set(key, from < to ? { by: place.by, from, to } : { by: 'nothing' });
  }
  return moved;
}

function draw(
  state: EditorState,
  threads: readonly MarkedThread[],
  found: ReadonlyMap<string, Found>,
  active: string | undefined,
): DecorationSet {
  const drawn: Decoration[] = [];
  let open = 0;
  for (const { thread, place } of inReadingOrder(threads, found)) {
    const look = thread.resolved ? 'anchor-q' : 'anchor';
    const lit = thread.key === active ? ' is-on' : '';
    drawn.push(Decoration.inline(place.from, place.to, { class: look + lit, 'data-thread': thread.key }));
    if (!thread.resolved) {
      open += 1;
      drawn.push(numberMark(place.to, thread, open));
    }
  }
  return DecorationSet.create(state.doc, drawn);
}

function inReadingOrder(threads: readonly MarkedThread[], found: ReadonlyMap<string, Found>) {
  const placed = threads.flatMap((thread) => {
    const place = found.get(thread.key);
    return place && place.by !== 'nothing' ? [{ thread, place }] : [];
  });
  return placed.sort((a, b) => a.place.from - b.place.from);
}

/** Only small screens show it: there the cards are in a drawer. */
const numberMark = (at: number, thread: MarkedThread, number: number): Decoration =>
  Decoration.widget(
    at,
    () => {
      const mark = document.createElement('button');
      mark.type = 'button';
      mark.className = 'note-n';
      mark.dataset.thread = thread.key;
      mark.contentEditable = 'false';
      mark.setAttribute('aria-label', thread.label);
      mark.textContent = String(number);
      return mark;
    },
    { side: 1, key: `note-${thread.key}-${number}`, ignoreSelection: true },
  );
