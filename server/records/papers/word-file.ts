/**
 * A paper as DOCX (Office Open XML, ECMA-376), right-to-left paragraphs and runs marked as such: Word sets Arabic by the
 * mark, not by the letters. The library is large, so it is loaded by whoever asks for such a file first.
 */
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx';
import type { Block, Paper, Run, Spoken } from './paper.ts';

type Docx = typeof import('docx');

const locales: Readonly<Record<string, string>> = {
  it: 'it-IT',
  en: 'en-GB',
  fr: 'fr-FR',
  ar: 'ar-SA',
  pcm: 'en-NG',
  ro: 'ro-RO',
  zh: 'zh-CN',
  es: 'es-ES',
  sq: 'sq-AL',
  bn: 'bn-BD',
  uk: 'uk-UA',
};

export async function toWordFile(paper: Paper): Promise<Uint8Array> {
  const docx = await import('docx');
  const labels = spokenOf(paper);
  const write = writerOf(docx, labels);
  const facts = paper.facts.map(({ label, value }) =>
    write.paragraph(labels, [{ text: `${label}: `, bold: true }, { text: value }], {
      spacing: { after: 40 },
    }),
  );
  const document = new docx.Document({
    title: paper.title,
    creator: 'Trama',
    styles: {
      default: {
        document: {
          run: { size: 21, language: { value: locales[paper.language] ?? 'it-IT', bidirectional: 'ar-SA' } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'ordered',
          levels: [0, 1, 2, 3].map((level) => ({
            level,
            format: docx.LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: docx.AlignmentType.START,
            style: { paragraph: { indent: { start: 500 * (level + 1), hanging: 360 } } },
          })),
        },
      ],
    },
    sections: [
      {
        children: [
          write.paragraph(labels, [{ text: paper.title }], { heading: docx.HeadingLevel.TITLE }),
          ...facts,
          ...paper.blocks.flatMap((block) => write.block(block)),
          ...paper.footer.map((line) =>
            write.paragraph(labels, [{ text: line }], { spacing: { before: 120 } }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

const spokenOf = ({ language }: Paper): Spoken => ({
  lang: language,
  dir: language === 'ar' ? 'rtl' : 'ltr',
});

function writerOf(docx: Docx, labels: Spoken) {
  /** Each ordered list counts for itself. */
  let lists = 0;

  const textOf = ({ lang, dir }: Spoken, { text, bold, italic }: Run): ParagraphChild[] =>
    text.split('\n').map(
      (line, index) =>
        new docx.TextRun({
          text: line,
          ...(index > 0 && { break: 1 }),
          ...(bold && { bold, boldComplexScript: bold }),
          ...(italic && { italics: italic, italicsComplexScript: italic }),
          rightToLeft: dir === 'rtl',
          ...(lang !== null && {
            language:
              dir === 'rtl' ? { bidirectional: locales[lang] ?? lang } : { value: locales[lang] ?? lang },
          }),
        }),
    );

  const paragraph = (spoken: Spoken, runs: readonly Run[], options: IParagraphOptions = {}) =>
    new docx.Paragraph({
      ...options,
      bidirectional: spoken.dir === 'rtl',
      children: runs.flatMap((run) => {
        const children = textOf(spoken, run);
        return run.href === undefined ? children : [new docx.ExternalHyperlink({ link: run.href, children })];
      }),
    });

  function block(each: Block, list?: IParagraphOptions): FileChild[] {
    switch (each.kind) {
      case 'heading':
        return [
          paragraph(each.spoken, each.runs, {
            heading: each.level === 2 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
          }),
        ];
      case 'paragraph':
        return [paragraph(each.spoken, each.runs, list ?? { spacing: { after: 120 } })];
      case 'quote':
        return [paragraph(each.spoken, each.runs, { indent: { start: 500 }, spacing: { after: 120 } })];
      case 'list':
        return listOf(each, 0);
      case 'marked': {
        const beside = { indent: { start: 300 }, spacing: { after: 60 } };
        const label = paragraph(labels, [{ text: each.label, bold: true }], { ...beside, keepNext: true });
        const { original } = each;
        const said = original === null ? [] : [paragraph(original.spoken, [{ text: original.text }], beside)];
        return [label, paragraph(each.spoken, each.runs, beside), ...said];
      }
      case 'table':
        return [
          paragraph(labels, [{ text: each.title }], { heading: docx.HeadingLevel.HEADING_2 }),
          tableOf(each.head, each.rows),
        ];
      case 'drawing':
        return []; // its table says the same
    }
  }

  function listOf(list: Extract<Block, { kind: 'list' }>, level: number): FileChild[] {
    const instance = ++lists;
    return list.items.flatMap((item) =>
      item.flatMap((each, index) => {
        if (each.kind === 'list') return listOf(each, Math.min(level + 1, 3));
        const sign = list.ordered
          ? { numbering: { reference: 'ordered', level, instance } }
          : { bullet: { level } };
        return block(each, index === 0 ? sign : { indent: { start: 500 * (level + 1) } });
      }),
    );
  }

  const tableOf = (head: readonly string[], rows: readonly string[][]) =>
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      visuallyRightToLeft: labels.dir === 'rtl',
      rows: [
        new docx.TableRow({
          tableHeader: true,
          children: head.map((cell) => cellOf([{ text: cell, bold: true }])),
        }),
        ...rows.map(
          (cells) =>
            new docx.TableRow({ cantSplit: true, children: cells.map((cell) => cellOf([{ text: cell }])) }),
        ),
      ],
    });

  const cellOf = (runs: readonly Run[]) =>
    new docx.TableCell({ children: [paragraph(labels, runs)], margins: { left: 80, right: 80 } });

  return { paragraph, block };
}
