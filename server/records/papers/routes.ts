/** Papers over HTTP. */
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { type PaperFormat, paperEndpoints } from '../../../shared/records/papers.ts';
import { runCommand } from '../../command.ts';
import { FileAnswer, type Route, serve } from '../../route.ts';
import { takePaper } from './commands.ts';
import { toMarkdown } from './markdown.ts';
import { toPage } from './page.ts';
import type { Paper } from './paper.ts';
import { createPrinter, type Printer } from './printed.ts';
import { toWordFile } from './word-file.ts';

/** `chromiumPath`: what makes PDFs; without it they are refused as `not-available`, and the page prints instead. */
export function paperRoutes(chromiumPath: string | null): Route[] {
  const printer = chromiumPath === null ? null : createPrinter(chromiumPath);
  return [
    serve(paperEndpoints.formats, async () =>
      ok({ formats: printer === null ? ['docx', 'markdown', 'page'] : ['pdf', 'docx', 'markdown', 'page'] }),
    ),
    serve(paperEndpoints.take, async (world, actor, { params, query }): Promise<Outcome<FileAnswer>> => {
      if (query.format === 'pdf' && printer === null) return refuse('not-available');
      const paper = await runCommand(world, actor, (context) => takePaper(context, { ...params, ...query }));
      return paper.ok ? ok(await fileOf(paper.value, query.format, printer)) : paper;
    }),
  ];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function fileOf(paper: Paper, format: PaperFormat, printer: Printer | null): Promise<FileAnswer> {
  // No family's name in a file's name: it stays in lists of downloads and of attachments.
  const named = (extension: string) => `trama.${extension}`;
  switch (format) {
    case 'markdown':
      return new FileAnswer(named('md'), 'text/markdown; charset=utf-8', utf8(toMarkdown(paper)));
    case 'page':
      return new FileAnswer(named('html'), 'text/html; charset=utf-8', utf8(await toPage(paper)));
    case 'docx':
      return new FileAnswer(
        named('docx'),
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        await toWordFile(paper),
      );
    case 'pdf':
      return new FileAnswer(
        named('pdf'),
        'application/pdf',
        (await printer?.print(await toPage(paper))) ?? utf8(''),
      );
  }
}
