/**
 * The editor's blocks and marks: the same names and attributes as shared/documents/rich-text.ts, which the gate
 * enforces (a test compares the two). How they look while one writes is in blocks/; this file draws nothing.
 */
import { type AnyExtension, type Attribute, mergeAttributes, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { LinkAddress, nodeAttributes } from '../../shared/documents/rich-text.ts';
import { Spoken } from './spoken.ts';

/** An attribute kept in `data-*`. A pasted value the shared schema refuses is left out. */
const stored = (node: keyof typeof nodeAttributes, name: string): Attribute => ({
  default: null,
  keepOnSplit: false,
  parseHTML: (element) => {
    const value = element.getAttribute(`data-${name.toLowerCase()}`);
    return value !== null && nodeAttributes[node].safeParse({ [name]: value }).success ? value : null;
  },
  renderHTML: (attributes) => (attributes[name] ? { [`data-${name.toLowerCase()}`]: attributes[name] } : {}),
});

/** A text block of ours: written as `<section data-block="name">`, so that copy and paste keep it. */
const textBlock = (name: 'goal' | 'voice' | 'decision' | 'dissent', attributeNames: readonly string[]) =>
  Node.create({
    name,
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: () => Object.fromEntries(attributeNames.map((a) => [a, stored(name, a)])),
    parseHTML: () => [{ tag: `section[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      'section',
      mergeAttributes(HTMLAttributes, { 'data-block': name }),
      0,
    ],
  });

export const GoalNode = textBlock('goal', ['goalId']);
export const VoiceNode = textBlock('voice', ['speaker', 'reporter', 'language', 'original']);
export const DecisionNode = textBlock('decision', ['decisionId', 'taskId', 'settled']);
export const DissentNode = textBlock('dissent', ['who']);

export const ChipNode = Node.create({
  name: 'chip',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => Object.fromEntries(['kind', 'ref', 'label'].map((a) => [a, stored('chip', a)])),
  parseHTML: () => [{ tag: 'span[data-chip]' }],
  renderHTML: ({ HTMLAttributes, node }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-chip': '' }),
    String(node.attrs.label ?? ''),
  ],
  renderText: ({ node }) => String(node.attrs.label ?? ''),
});

const SectionHeading = Heading.extend({
  addAttributes() {
    return {
      level: { default: 2, rendered: false },
      right: stored('heading', 'right'),
      agenda: stored('heading', 'agenda'),
    };
  },
}).configure({ levels: [2, 3] });

const SafeLink = Link.configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: 'https',
  isAllowedUri: (address) => LinkAddress.safeParse(address).success,
});

export type BlockNodes = {
  readonly goal: AnyExtension;
  readonly voice: AnyExtension;
  readonly decision: AnyExtension;
  readonly dissent: AnyExtension;
  readonly chip: AnyExtension;
};

const bareBlocks: BlockNodes = {
  goal: GoalNode,
  voice: VoiceNode,
  decision: DecisionNode,
  dissent: DissentNode,
  chip: ChipNode,
};

/** Every node and mark. `blocks` replaces ours by the same ones with a view. */
export const schemaExtensions = (blocks: BlockNodes = bareBlocks): AnyExtension[] => [
  Document,
  Paragraph,
  Text,
  SectionHeading,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  Blockquote,
  HardBreak,
  Bold,
  Italic,
  SafeLink,
  blocks.goal,
  blocks.voice,
  blocks.decision,
  blocks.dissent,
  blocks.chip,
  Spoken,
];
