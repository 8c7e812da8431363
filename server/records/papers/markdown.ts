/** A paper as Markdown (CommonMark, with tables as GitHub writes them): text anybody's editor opens. */
import type { Block, Paper, Run } from './paper.ts';

export function toMarkdown(paper: Paper): string {
  const facts = paper.facts
    .map(({ label, value }) => `- **${escaped(label)}:** ${escaped(value)}`)
    .join('\n');
  const parts = [`# ${escaped(paper.title)}`, facts, ...paper.blocks.map((block) => written(block)), '---'];
  return `${[...parts, ...paper.footer.map(escaped)].filter((part) => part !== '').join('\n\n')}\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.runs)}`;
    case 'paragraph':
      return inline(block.runs);
    case 'quote':
      return quoted(inline(block.runs));
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${block.start + index}. ` : '- ';
          const inner = item.map(written).join('\n\n');
          return mark + inner.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
        })
        .join('\n');
    case 'marked': {
      const original = block.original === null ? '' : `\n\n${escaped(block.original.text)}`;
      return quoted(`**${escaped(block.label)}:** ${inline(block.runs)}${original}`);
    }
    case 'table':
      return [
        `### ${escaped(block.title)}`,
        '',
        row(block.head),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(escaped))),
      ].join('\n');
    case 'drawing':
      return ''; // its table says the same
  }
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/> $/gm, '>');

const inline = (runs: readonly Run[]): string => runs.map(marked).join('').replaceAll('\n', '  \n');

/** Marks hold on to words: spaces at their ends stand outside, or CommonMark shows the asterisks. */
function marked({ text, bold = false, italic = false, href }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  const mark = `${bold ? '**' : ''}${italic ? '_' : ''}`;
  const strong = `${mark}${escaped(words)}${[...mark].reverse().join('')}`;
  return `${before}${href === undefined ? strong : `[${strong}](<${href.replaceAll('>', '%3E')}>)`}${after}`;
}

/** What Markdown would take for itself: a name with an underscore, a line that begins like a list. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2');
