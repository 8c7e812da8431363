/** The shared text as an editor holds it at this moment, and where in it one stands. */

import type { Node as TextNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { Right } from '../../shared/records/rights.ts';
import type { Mapping, TextState } from './anchors.ts';

/** Undefined while the editor isn't bound to its document (not yet, or no more). */
export function textStateOf(state: EditorState): TextState | undefined {
  const sync: unknown = ySyncPluginKey.getState(state);
  if (typeof sync !== 'object' || sync === null || !('type' in sync) || !('binding' in sync))
    return undefined;
  const { type, binding } = sync;
  if (!(type instanceof Y.XmlFragment) || typeof binding !== 'object' || binding === null) return undefined;
  if (!('mapping' in binding) || !(binding.mapping instanceof Map)) return undefined;
  return { fragment: type, node: state.doc, mapping: binding.mapping as Mapping }; // filled by the sync plugin alone
}

export type Section = {
  /** Stable name of the section: its right, its point of the agenda, or its place among the headings. */
  readonly key: string;
  readonly title: string;
  readonly level: 2 | 3;
  readonly right: Right | undefined;
  readonly agenda: string | undefined;
  /** Where its heading begins, in the editor's positions: valid until the next change. */
  readonly position: number;
  /** Goals that stand in it, in reading order. */
  readonly goalIds: readonly string[];
};

const known = new WeakMap<TextNode, readonly Section[]>();

/** The headings in reading order; what stands before the first belongs to none. */
export function sectionsOf(doc: TextNode): readonly Section[] {
  const sections = known.get(doc) ?? readSections(doc);
  known.set(doc, sections);
  return sections;
}

function readSections(doc: TextNode): readonly Section[] {
  const sections: (Section & { goalIds: string[] })[] = [];
  doc.forEach((block, position, index) => {
    if (block.type.name === 'goal' && block.attrs.goalId) sections.at(-1)?.goalIds.push(block.attrs.goalId);
    if (block.type.name !== 'heading') return;
    const right = Right.safeParse(block.attrs.right).data;
    const agenda = typeof block.attrs.agenda === 'string' ? block.attrs.agenda : undefined;
    sections.push({
      key: right ?? (agenda ? `agenda-${agenda}` : `heading-${index}`),
      title: block.textContent,
      level: block.attrs.level === 3 ? 3 : 2,
      right,
      agenda,
      position,
      goalIds: [],
    });
  });
  return sections;
}

export const sectionAt = (doc: TextNode, position: number): Section | undefined =>
  sectionsOf(doc).findLast((section) => section.position <= position);

/** The right under whose heading a place stands; a heading without one ends the right before it. */
export const rightAt = (doc: TextNode, position: number): Right | undefined =>
  sectionsOf(doc).findLast((section) => section.position <= position && section.level === 2)?.right;
