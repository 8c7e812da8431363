/**
 * Marks under annotated words: decorations drawn on this page only, from anchors in the annotations' own document. The
 * plan's text holds nothing of them, so an annotator changes none of it.
 *
 * With three hundred of them and eight people writing, only what a change touches is looked up and drawn again: places
 * outside it are moved along. y-tiptap puts the whole text in anew for each change of others, so what really changed is
 * found by comparing the blocks, most of which are the same objects.
 */
import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Node as TextNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Mapping, StepMap } from '@tiptap/pm/transform';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type Anchor, type Found, findAnchor } from '../anchors.ts';
import { textStateOf } from '../text-state.ts';
import { drawThread } from './marks.ts';

export type MarkedThread = Anchor & {
  readonly key: string;
  readonly resolved: boolean;
  /** Of a suggestion nobody has decided: what should stand there. */
  readonly replacement: string | undefined;
  /** Said of the words to a screen reader: what kind, by whom. */
  readonly label: string;
};

export type Told = {
  readonly threads: readonly MarkedThread[];
  readonly active: string | undefined;
  /** Where cards stand in a drawer, a mark after the words opens it; else the card beside them is their detail. */
  readonly narrow: boolean;
};

export type Marks = Told & {
  readonly found: ReadonlyMap<string, Found>;
  readonly drawn: DecorationSet;
  /** Places moved along with one's own edit, to be looked up once the shared text has it too. */
  readonly unsure: ReadonlySet<string>;
  /** Counts whenever a thread came, went, was lost or was found again. */
  readonly version: number;
};

const marksKey = new PluginKey<Marks>('annotationMarks');

type Meta = Told | 'look-again';

/** Tells the editor which threads there are, and which one is looked at. */
export const tellThreads = (state: EditorState, told: Told): Transaction => state.tr.setMeta(marksKey, told);

export const marksOf = (state: EditorState): Marks | undefined => marksKey.getState(state);

export const foundThreads = (state: EditorState): ReadonlyMap<string, Found> =>
  marksOf(state)?.found ?? new Map();

const nothingYet: Marks = {
  threads: [],
  active: undefined,
  narrow: false,
  found: new Map(),
  drawn: DecorationSet.empty,
  unsure: new Set(),
  version: 0,
};

/** `onPick`: the annotated words, or their mark, were pressed. */
export const highlightsExtension = (onPick: (key: string) => void) =>
  Extension.create({
    name: 'annotationMarks',
    addProseMirrorPlugins() {
      return [
        new Plugin<Marks>({
          key: marksKey,
          state: {
            init: () => nothingYet,
            apply: (tr, marks, old, state) => nextMarks(tr, marks, old, state),
          },
          props: {
            decorations: (state) => marksKey.getState(state)?.drawn,
            handleClick: (_view, _at, event) => pick(event.target, onPick),
          },
          view: lookAgainWhenCalm,
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

const restMs = 300;

/** A transaction of its own, in which places that an own edit made unsure are looked up. */
function lookAgainWhenCalm() {
  let rest: ReturnType<typeof setTimeout> | undefined;
  return {
    update(view: EditorView) {
      if (rest !== undefined || !marksKey.getState(view.state)?.unsure.size) return;
      rest = setTimeout(() => {
        rest = undefined;
        const meta: Meta = 'look-again';
        if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(marksKey, meta));
      }, restMs);
    },
    destroy: () => clearTimeout(rest),
  };
}

/**
 * One's own edits reach the Yjs document only after the editor has them: until then places are moved along with the
 * edit. Others' edits come from Yjs, and the places they touch are looked up.
 */
function nextMarks(tr: Transaction, marks: Marks, old: EditorState, state: EditorState): Marks {
  const meta: Meta | undefined = tr.getMeta(marksKey);
  const moved = tr.docChanged ? movedAlong(tr, marks, old.doc, state) : marks;
  if (meta === undefined) return moved;
  if (meta === 'look-again') return lookedUp(moved, state, moved.unsure);
  return withTold(moved, meta, state);
}

type Change = { readonly from: number; readonly oldTo: number; readonly newTo: number };

/** The one stretch outside which nothing changed. */
function changeBetween(before: TextNode, after: TextNode): Change | undefined {
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || !ends) return undefined;
  // The same letter twice in a row: both ends may claim it.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return { from, oldTo: ends.a + overlap, newTo: ends.b + overlap };
}

/** Fewer letters than this bring no lost words back. */
const worthALook = 6;

function movedAlong(tr: Transaction, marks: Marks, before: TextNode, state: EditorState): Marks {
  const change = changeBetween(before, state.doc);
  if (!change) return marks;
  const { from, oldTo, newTo } = change;
  const others = isChangeOrigin(tr);
  const text = others ? textStateOf(state) : undefined;
  const found = new Map<string, Found>();
  const unsure = new Set(marks.unsure);
  const touched: MarkedThread[] = [];
  let lost = false;
  for (const thread of marks.threads) {
    const place = marks.found.get(thread.key);
    if (!place) continue;
    if (place.by === 'nothing') {
      found.set(thread.key, place);
      if (newTo - from >= worthALook) unsure.add(thread.key);
    } else if (place.to < from) found.set(thread.key, place);
    else if (place.from > oldTo)
      found.set(thread.key, { ...place, from: place.from + newTo - oldTo, to: place.to + newTo - oldTo });
    else {
      const now = text ? findAnchor(text, thread) : mapped(place, tr);
      if (!others) unsure.add(thread.key);
      lost ||= others && now.by === 'nothing';
      found.set(thread.key, now);
      touched.push(thread);
    }
  }
  const map = new Mapping([new StepMap([from, oldTo - from, newTo - from])]);
  const next = { ...marks, found, unsure, version: marks.version + (lost ? 1 : 0) };
  return { ...next, drawn: redrawn(marks.drawn.map(map, state.doc), next, touched, state.doc) };
}

function mapped(place: Exclude<Found, { by: 'nothing' }>, tr: Transaction): Found {
  const from = tr.mapping.map(place.from, 1);
  const to = tr.mapping.map(place.to, -1);
  return from < to ? { by: place.by, from, to } : { by: 'nothing' };
}

function lookedUp(marks: Marks, state: EditorState, keys: ReadonlySet<string>): Marks {
  const text = textStateOf(state);
  if (!text) return marks;
  const found = new Map(marks.found);
  const changed: MarkedThread[] = [];
  let counts = 0;
  for (const thread of marks.threads) {
    if (!keys.has(thread.key)) continue;
    const before = found.get(thread.key);
    const now = findAnchor(text, thread);
    if (before?.by === 'nothing' || now.by === 'nothing' || !before) counts = 1;
    if (samePlace(before, now)) continue;
    found.set(thread.key, now);
    changed.push(thread);
  }
  const next = { ...marks, found, unsure: without(marks.unsure, keys), version: marks.version + counts };
  return { ...next, drawn: redrawn(marks.drawn, next, changed, state.doc) };
}

const without = (all: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...all].filter((key) => !some.has(key)));

const samePlace = (a: Found | undefined, b: Found): boolean =>
  a?.by === 'nothing' || b.by === 'nothing' ? a?.by === b.by : a?.from === b.from && a.to === b.to;

function withTold(marks: Marks, told: Told, state: EditorState): Marks {
  const before = new Map(marks.threads.map((thread) => [thread.key, thread]));
  const isNew = ({ key, from, to, quote }: MarkedThread) => {
    const known = before.get(key);
    return !known || known.from !== from || known.to !== to || known.quote !== quote;
  };
  const fresh = new Set(told.threads.filter(isNew).map(({ key }) => key));
  const keys = new Set(told.threads.map(({ key }) => key));
  const found = new Map([...marks.found].filter(([key]) => keys.has(key)));
  const left = { ...marks, ...told, found };
  const next = fresh.size > 0 ? lookedUp(left, state, fresh) : left;
  const sameThreads =
    told.threads.length === marks.threads.length &&
    told.threads.every((thread) => before.get(thread.key) === thread);
  if (sameThreads && told.narrow === marks.narrow) {
    if (told.active === marks.active) return next;
    const lit = told.threads.filter(({ key }) => key === told.active || key === marks.active);
    return { ...next, drawn: redrawn(next.drawn, next, lit, state.doc) };
  }
  const version = marks.version + 1;
  return { ...next, version, drawn: redrawn(DecorationSet.empty, next, told.threads, state.doc) };
}

/** Takes the decorations of these threads away and draws them as they are now. */
function redrawn(
  drawn: DecorationSet,
  marks: Omit<Marks, 'drawn'>,
  threads: readonly MarkedThread[],
  doc: TextNode,
): DecorationSet {
  if (threads.length === 0) return drawn;
  const keys = new Set(threads.map(({ key }) => key));
  const old =
    drawn === DecorationSet.empty ? [] : drawn.find(undefined, undefined, (spec) => keys.has(spec.thread));
  const fresh = threads.flatMap((thread) => {
    const place = marks.found.get(thread.key);
    const lit = thread.key === marks.active;
    return place && place.by !== 'nothing'
      ? drawThread(doc, thread, place, { lit, narrow: marks.narrow })
      : [];
  });
  return drawn.remove(old).add(doc, fresh);
}
