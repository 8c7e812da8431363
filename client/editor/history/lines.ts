/** A shared text as lines one can compare: every block of words with who it is, also inside lists and quotes. */
import * as Y from 'yjs';

export type Chip = { readonly kind: string; readonly ref: string; readonly label: string };

/** Words with one look, or a chip. */
export type Run = {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
  readonly chip: Chip | undefined;
};

export type LineKind = 'paragraph' | 'heading' | 'goal' | 'voice' | 'decision' | 'dissent';

export type Line = {
  /** Its Yjs id: the same block has the same one at every moment, wherever it moved by edits around it. */
  readonly key: string;
  /** The id of the outermost block around it. */
  readonly top: string;
  readonly kind: LineKind;
  /** Of a heading. */
  readonly level: 2 | 3;
  /** The record it stands for, the right or the point of the agenda it opens: at most one line of a text has it. */
  readonly record: string | undefined;
  /** In how many lists it stands, and the number it has in a numbered one; a bullet has 0. */
  readonly depth: number;
  readonly number: number | undefined;
  readonly quoted: boolean;
  readonly dir: 'ltr' | 'rtl' | 'auto' | undefined;
  readonly lang: string | undefined;
  /** Words that stand in an attribute: the original of a family's voice. */
  readonly original: string;
  readonly runs: readonly Run[];
  /** All words, chips as they are called. */
  readonly text: string;
};

const lineKinds: ReadonlySet<string> = new Set<LineKind>([
  'paragraph',
  'heading',
  'goal',
  'voice',
  'decision',
  'dissent',
]);
const isLineKind = (name: string): name is LineKind => lineKinds.has(name);

const directions = ['ltr', 'rtl', 'auto'] as const;

type Around = Pick<Line, 'top' | 'depth' | 'number' | 'quoted'>;

/** The lines of a text in reading order. */
export function linesOf(fragment: Y.XmlFragment): Line[] {
  const lines: Line[] = [];
  for (const block of fragment.toArray()) {
    if (block instanceof Y.XmlElement) {
      collect(block, { top: keyOf(block), depth: 0, number: undefined, quoted: false }, lines);
    }
  }
  return lines;
}

function collect(block: Y.XmlElement, around: Around, lines: Line[]): void {
  const name = block.nodeName;
  if (isLineKind(name)) {
    lines.push(lineOf(block, name, around));
    return;
  }
  const isList = name === 'bulletList' || name === 'orderedList';
  let item = Number(attribute(block, 'start') ?? 1);
  for (const child of block.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const number = isList ? (name === 'orderedList' ? item++ : 0) : around.number;
    collect(
      child,
      {
        ...around,
        depth: around.depth + (isList ? 1 : 0),
        number,
        quoted: around.quoted || name === 'blockquote',
      },
      lines,
    );
  }
}

function lineOf(block: Y.XmlElement, kind: LineKind, around: Around): Line {
  const runs = block.toArray().flatMap(runsOf);
  return {
    ...around,
    key: keyOf(block),
    kind,
    level: Number(attribute(block, 'level')) === 3 ? 3 : 2,
    record: recordOf(block),
    dir: directions.find((one) => one === textAttribute(block, 'dir')),
    lang: textAttribute(block, 'lang') ?? textAttribute(block, 'language'),
    original: textAttribute(block, 'original') ?? '',
    runs,
    text: runs.map(({ text }) => text).join(''),
  };
}

function runsOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Run[] {
  const plain = { bold: false, italic: false, href: undefined, chip: undefined };
  if (node instanceof Y.XmlText) {
    const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = node.toDelta(); // typed `any`
    return delta.flatMap(({ insert, attributes = {} }) => {
      if (typeof insert !== 'string') return [];
      const link = attributes.link;
      const href =
        typeof link === 'object' && link !== null && 'href' in link ? String(link.href) : undefined;
      return [{ ...plain, text: insert, bold: 'bold' in attributes, italic: 'italic' in attributes, href }];
    });
  }
  if (!(node instanceof Y.XmlElement)) return [];
  if (node.nodeName === 'hardBreak') return [{ ...plain, text: '\n' }];
  if (node.nodeName !== 'chip') return [];
  const label = textAttribute(node, 'label') ?? '';
  const chip = { kind: textAttribute(node, 'kind') ?? '', ref: textAttribute(node, 'ref') ?? '', label };
  return [{ ...plain, text: label, chip }];
}

/** The same in every replica and at every moment. */
export function keyOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  const id = node._item?.id;
  return id ? `${id.client}:${id.clock}` : 'root';
}

/** What a block stands for beyond its words; undefined for words alone. */
export function recordOf(block: Y.XmlElement): string | undefined {
  const named = { goal: ['goalId'], decision: ['decisionId'], heading: ['right', 'agenda'] }[block.nodeName];
  for (const name of named ?? []) {
    const value = textAttribute(block, name);
    if (value) return `${name} ${value}`;
  }
  return undefined;
}

/** Attributes are typed as strings, yet hold any JSON value. */
const attribute = (block: Y.XmlElement, name: string): unknown => block.getAttribute(name);

function textAttribute(block: Y.XmlElement, name: string): string | undefined {
  const value = attribute(block, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
