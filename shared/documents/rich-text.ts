/**
 * The rich text of plan, minutes, notes and pact: which blocks and marks exist, with which attributes. The editor is
 * configured to it and the gate refuses anything else, so a page can't store what another page can't show.
 * Blocks are flat: a right's section is its heading and all that follows until the next one.
 */

import * as Y from 'yjs';
import { z } from 'zod';
import { ConferenceId, GoalId, MemberId, PersonId, ReferralId, TaskId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { Right } from '../records/rights.ts';

export const contentRoot = 'content';

/** Only these may stand behind a link: no `javascript:`, no `data:`. */
export const LinkAddress = z
  .string()
  .max(2048)
  .regex(/^(https?:\/\/|mailto:|tel:)/i);

/** On every text block: its direction and language, when they differ from the document's. */
const spoken = { dir: z.enum(['ltr', 'rtl', 'auto']), lang: ContentLanguage };

export const ChipKind = z.enum(['person', 'member', 'task', 'referral', 'goal', 'conference']);
export type ChipKind = z.infer<typeof ChipKind>;

const attributes = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial();

/**
 * Attributes by node name. A node without them has none. Every attribute may be absent: an editor of an older release
 * may not know it.
 */
export const nodeAttributes = {
  paragraph: attributes(spoken),
  /** Level 2 opens a section (of a right, when `right` is set; of a point of the agenda, when `agenda` is); 3 divides it. */
  heading: attributes({
    ...spoken,
    level: z.union([z.literal(2), z.literal(3)]),
    right: Right,
    agenda: z.string().max(64),
  }),
  bulletList: attributes({}),
  orderedList: attributes({ start: z.int(), type: z.string().max(8).nullable() }),
  listItem: attributes(spoken),
  blockquote: attributes(spoken),
  hardBreak: attributes({}),
  /** A goal's words. State, right, responsible and due date are the record with the same id. */
  goal: attributes({ ...spoken, goalId: GoalId }),
  /**
   * The family's own words: `original` in their language, the block's text in the document's. A child's words are told by
   * somebody: `reporter`.
   */
  voice: attributes({
    ...spoken,
    speaker: MemberId,
    reporter: z.union([PersonId, MemberId]),
    language: ContentLanguage,
    original: z.string().max(4000),
  }),
  /**
   * A decision of a conference; `taskId` once it became a task. `settled` without one: a referral or a goal (its chip stands
   * in the block), a proposal of the regia, or said to need nothing.
   */
  decision: attributes({
    ...spoken,
    decisionId: z.uuid(),
    taskId: TaskId,
    settled: z.enum(['referral', 'goal', 'lead', 'nothing']),
  }),
  /** A dissent, in the words of whoever holds it. */
  dissent: attributes({ ...spoken, who: z.union([PersonId, MemberId]) }),
  /** A live record inside the text. `label` is what it was called when it was set: shown only where the record isn't available. */
  chip: attributes({
    kind: ChipKind,
    ref: z.union([PersonId, TaskId, ReferralId, GoalId, ConferenceId, MemberId]),
    label: z.string().max(200),
  }),
} as const;
export type NodeName = keyof typeof nodeAttributes;

/** Attributes by mark name. */
export const markAttributes = {
  bold: attributes({}),
  italic: attributes({}),
  link: attributes({
    href: LinkAddress,
    target: z.string().max(16).nullable(),
    rel: z.string().max(64).nullable(),
    class: z.null(),
    title: z.string().max(200).nullable(),
  }),
} as const;
export type MarkName = keyof typeof markAttributes;

export type TextRun = string | { chip: ChipKind; ref: string; label: string };

/** Appends a block made of text and chips to a fragment or a block. The one way to build rich text outside an editor. */
export function appendBlock(
  parent: Y.XmlFragment | Y.XmlElement,
  name: NodeName,
  attributesOfBlock: Record<string, string | number>,
  runs: readonly TextRun[],
): Y.XmlElement {
  const block = new Y.XmlElement(name);
  parent.push([block]);
  for (const [key, value] of Object.entries(attributesOfBlock)) setNodeAttribute(block, key, value);
  for (const run of runs) {
    if (typeof run === 'string') block.push([new Y.XmlText(run)]);
    else {
      const chip = new Y.XmlElement('chip');
      block.push([chip]);
      chip.setAttribute('kind', run.chip);
      chip.setAttribute('ref', run.ref);
      chip.setAttribute('label', run.label);
    }
  }
  return block;
}

/** A list of one-paragraph items. */
export function appendBulletList(
  parent: Y.XmlFragment,
  items: readonly (readonly TextRun[])[],
): Y.XmlElement {
  const list = new Y.XmlElement('bulletList');
  parent.push([list]);
  for (const runs of items) {
    const item = new Y.XmlElement('listItem');
    list.push([item]);
    appendBlock(item, 'paragraph', {}, runs);
  }
  return list;
}

/** Yjs types attributes as strings, yet stores any JSON value, and editors store numbers (a heading's level) as numbers. */
function setNodeAttribute(block: Y.XmlElement, key: string, value: string | number): void {
  (block as Y.XmlElement<Record<string, string | number>>).setAttribute(key, value);
}

/** The words of a block and everything in it; chips give their label. */
export function textOf(node: Y.XmlElement | Y.XmlText | Y.XmlFragment | Y.XmlHook): string {
  if (node instanceof Y.XmlText) {
    return (node.toDelta() as { insert: unknown }[]) // toDelta is typed `any`; inserts of an XmlText are strings or embeds
      .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
      .join('');
  }
  if (node instanceof Y.XmlElement && node.nodeName === 'chip')
    return String(node.getAttribute('label') ?? '');
  if (node instanceof Y.XmlHook) return '';
  return node
    .toArray()
    .map((child) => textOf(child))
    .join(node instanceof Y.XmlElement && node.nodeName.endsWith('List') ? '\n' : '');
}
