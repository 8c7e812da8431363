/**
 * A paper as one HTML page that needs nothing else: what a browser prints and what Chromium makes a PDF of. Headings,
 * lists, tables, languages and directions are said in the markup, so a tagged PDF says them too (PDF/UA, ISO 14289).
 */
import { facesFor } from './faces.ts';
import { safe } from './markup.ts';
import type { Block, Paper, Run, Spoken } from './paper.ts';

/** A page of its own, with the faces it is set in. */
export async function toPage(paper: Paper): Promise<string> {
  const body = bodyOf(paper);
  const faces = await facesFor(body);
  const { language } = paper;
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${safe(paper.title)}</title>
<style>${faces}${style}</style>
</head>
<body>${body}</body>
</html>
`;
}

function bodyOf(paper: Paper): string {
  const facts = paper.facts.map(
    ({ label, value }) => `<dt>${safe(label)}</dt><dd dir="auto">${safe(value)}</dd>`,
  );
  return `<h1 dir="auto">${safe(paper.title)}</h1>
<dl>${facts.join('\n')}</dl>
<main>
${paper.blocks.map(shown).join('\n')}
</main>
<footer>${paper.footer.map((line) => `<p dir="auto">${safe(line)}</p>`).join('')}</footer>`;
}

function shown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${as(block.spoken)}>${inline(block.runs)}</h${block.level}>`;
    case 'paragraph':
      return `<p${as(block.spoken)}>${inline(block.runs)}</p>`;
    case 'quote':
      return `<blockquote${as(block.spoken)}><p>${inline(block.runs)}</p></blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      const items = block.items.map(
        (item) => `<li dir="${directionOfItem(item)}">${item.map(shown).join('')}</li>`,
      );
      return `<${tag}${start} dir="${directionOfItem(block.items[0] ?? [])}">${items.join('')}</${tag}>`;
    }
    case 'marked': {
      const { label, spoken, runs, original } = block;
      const said =
        original === null ? '' : `<p${as(original.spoken)} class="original">${safe(original.text)}</p>`;
      return `<div class="marked"><p class="label">${safe(label)}</p><p${as(spoken)}>${inline(runs)}</p>${said}</div>`;
    }
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('');
      const rows = block.rows.map(
        ([first = '', ...rest]) =>
          `<tr><th scope="row" dir="auto">${safe(first)}</th>${rest.map((cell) => `<td dir="auto">${safe(cell)}</td>`).join('')}</tr>`,
      );
      return `<h3>${safe(block.title)}</h3><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'drawing':
      return `<figure role="img" aria-label="${safe(block.alt)}">${block.svg}</figure>`;
  }
}

function directionOfItem(item: readonly Block[]): 'ltr' | 'rtl' {
  const first = item[0];
  return first !== undefined && 'spoken' in first ? first.spoken.dir : 'ltr';
}

const as = ({ lang, dir }: Spoken): string => `${lang === null ? '' : ` lang="${lang}"`} dir="${dir}"`;

function inline(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, href }) => {
      let html = safe(text).replaceAll('\n', '<br>');
      if (bold) html = `<strong>${html}</strong>`;
      if (italic) html = `<em>${html}</em>`;
      return href === undefined ? html : `<a href="${safe(href)}">${html}</a>`;
    })
    .join('');
}

const style = `
@page { size: A4; margin: 20mm 18mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 174mm; color: #1d1b18; background: #fff;
  font: 10.5pt/1.5 "Source Sans 3 Variable", "Source Sans 3", "Noto Sans", "Noto Sans Arabic Variable", "Noto Sans Arabic",
    "Noto Sans Bengali Variable", "Noto Sans SC Variable", "Noto Sans CJK SC", sans-serif }
:lang(ar) { line-height: 1.8 }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 4mm }
h2 { font-size: 13.5pt; line-height: 1.25; margin: 8mm 0 2mm; break-after: avoid }
h3 { font-size: 11pt; margin: 5mm 0 1.5mm; break-after: avoid }
p { margin: 0 0 2mm; orphans: 3; widows: 3 }
ul, ol { margin: 0 0 2mm; padding-inline-start: 6mm }
li > p { margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .8mm 5mm; margin: 0 0 6mm; padding: 3mm 0;
  border-block: .3mm solid #bdb6aa; font-size: 9.5pt }
dt { color: #5c564d }
dd { margin: 0; font-variant-numeric: tabular-nums }
blockquote, .marked { margin: 0 0 3mm; padding: 1mm 0; padding-inline-start: 4mm; border-inline-start: .8mm solid #8a8274;
  break-inside: avoid }
.marked p { margin: 0 }
.label { font-size: 8.5pt; font-weight: 600; color: #5c564d }
.original { margin-block-start: 1mm !important; color: #3d3932 }
table { width: 100%; border-collapse: collapse; margin: 0 0 4mm; font-size: 9.5pt }
th, td { padding: 1.2mm 2mm; text-align: start; vertical-align: top; border-block-end: .2mm solid #d8d2c7; font-weight: 400 }
thead th { color: #5c564d; font-weight: 600 }
thead { display: table-header-group }
tr { break-inside: avoid }
figure { margin: 0 0 4mm; break-inside: avoid }
figure svg { width: 100%; height: auto; max-height: 190mm }
a { color: inherit }
footer { margin-block-start: 8mm; padding-block-start: 2mm; border-block-start: .3mm solid #bdb6aa; font-size: 8.5pt;
  color: #5c564d; overflow-wrap: anywhere }
footer p { margin: 0 }
@media screen { body { padding: 12mm } }
`;
