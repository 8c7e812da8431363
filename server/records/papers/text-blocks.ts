/** The rich text of a document as blocks of a paper. */
import * as Y from 'yjs';
import { ContentLanguage } from '../../../shared/languages.ts';
import { type Block, directionOfText, type Run, type Spoken, spokenAs, wordsOf } from './paper.ts';

/** What stands before a block that is more than its text, and what a chip is called today. */
export type TextNames = {
  readonly goal: (goalId: string | undefined) => string;
  readonly voice: (speakerId: string | undefined) => string;
  readonly decision: (taskId: string | undefined) => string;
  readonly dissent: (whoId: string | undefined) => string;
  readonly chip: (kind: string, ref: string, label: string) => string;
};

/** Blocks without any text are left out: an empty line on the screen is a place to write, not something to print. */
export function blocksOf(fragment: Y.XmlFragment, names: TextNames): Block[] {
  return fragment.toArray().flatMap((child) => (child instanceof Y.XmlElement ? blockOf(child, names) : []));
}

function blockOf(element: Y.XmlElement, names: TextNames): Block[] {
  const attribute = (name: string): string | undefined => {
    const value: unknown = element.getAttribute(name); // typed string; editors store numbers too
    return value === undefined || value === null ? undefined : String(value);
  };
  if (element.nodeName === 'bulletList' || element.nodeName === 'orderedList') {
    const items = element
      .toArray()
      .flatMap((item) => (item instanceof Y.XmlElement ? [blocksOfItem(item, names)] : []))
      .filter((blocks) => blocks.length > 0);
    const ordered = element.nodeName === 'orderedList';
    return items.length === 0
      ? []
      : [{ kind: 'list', ordered, start: Number(attribute('start') ?? 1), items }];
  }
  if (element.nodeName === 'blockquote') {
    return blocksOfItem(element, names).map((block) =>
      block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block,
    );
  }
  const runs = runsOf(element, names);
  const text = wordsOf(runs).trim();
  if (text === '') return [];
  const spoken = spokenBy(attribute('dir'), attribute('lang'), text);
  switch (element.nodeName) {
    case 'heading':
      return [{ kind: 'heading', level: attribute('level') === '3' ? 3 : 2, spoken, runs }];
    case 'goal':
      return [{ kind: 'marked', label: names.goal(attribute('goalId')), spoken, runs, original: null }];
    case 'decision':
      return [{ kind: 'marked', label: names.decision(attribute('taskId')), spoken, runs, original: null }];
    case 'dissent':
      return [{ kind: 'marked', label: names.dissent(attribute('who')), spoken, runs, original: null }];
    case 'voice': {
      const said = attribute('original')?.trim() ?? '';
      const language = ContentLanguage.safeParse(attribute('language')).data ?? null;
      const original = said === '' ? null : { spoken: spokenAs(said, language), text: said };
      return [{ kind: 'marked', label: names.voice(attribute('speaker')), spoken, runs, original }];
    }
    default:
      return [{ kind: 'paragraph', spoken, runs }];
  }
}

const blocksOfItem = (item: Y.XmlElement, names: TextNames): Block[] =>
  item.toArray().flatMap((child) => (child instanceof Y.XmlElement ? blockOf(child, names) : []));

function spokenBy(dir: string | undefined, lang: string | undefined, text: string): Spoken {
  const own = dir === 'ltr' || dir === 'rtl' ? dir : directionOfText(text);
  return { lang: ContentLanguage.safeParse(lang).data ?? null, dir: own };
}

function runsOf(element: Y.XmlElement, names: TextNames): Run[] {
  return element.toArray().flatMap((child): Run[] => {
    if (child instanceof Y.XmlText) return runsOfText(child);
    if (!(child instanceof Y.XmlElement)) return [];
    if (child.nodeName === 'hardBreak') return [{ text: '\n' }];
    if (child.nodeName !== 'chip') return runsOf(child, names);
    const of = (name: string) => String(child.getAttribute(name) ?? '');
    return [{ text: names.chip(of('kind'), of('ref'), of('label')), bold: true }];
  });
}

type Insert = {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, { readonly href?: unknown } | true | undefined>>;
};

function runsOfText(text: Y.XmlText): Run[] {
  const delta = text.toDelta() as Insert[]; // toDelta is typed `any`; text of our schema holds strings only
  return delta.flatMap(({ insert, attributes = {} }): Run[] => {
    if (typeof insert !== 'string') return [];
    const { link } = attributes;
    const href = typeof link === 'object' && typeof link.href === 'string' ? link.href : undefined;
    return [
      {
        text: insert,
        ...(attributes.bold !== undefined && { bold: true }),
        ...(attributes.italic !== undefined && { italic: true }),
        ...(href !== undefined && { href }),
      },
    ];
  });
}
