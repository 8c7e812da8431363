/** "Take a copy" beside a document: PDF where the server makes them, DOCX, Markdown, or the browser's own printing (X21). */
import { type JSX, Suspense } from 'solid-js';
import IconPrinter from '~icons/lucide/printer';
import type { DocumentId, HouseholdId } from '../../../shared/ids.ts';
import { type PaperFormat, paperEndpoints } from '../../../shared/records/papers.ts';
import { createAction } from '../../api/action.ts';
import { addressOf, fetchFile } from '../../api/call.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { saveFile } from '../save-file.ts';
import { printPage } from './print-page.ts';

/** The order in the menu. A page is what the browser prints. */
const order = ['pdf', 'docx', 'markdown', 'page'] as const satisfies readonly PaperFormat[];
const extensions: Readonly<Record<Exclude<PaperFormat, 'page'>, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  markdown: 'md',
};

export type PaperMenuProps = {
  householdId: HouseholdId;
  documentId: DocumentId;
  /** Of the file: never a family's name. */
  name: string;
};

export function PaperMenu(props: PaperMenuProps): JSX.Element {
  return (
    <Suspense>
      <Papers {...props} />
    </Suspense>
  );
}

function Papers(props: PaperMenuProps): JSX.Element {
  const { t, language } = useMessages();
  const { showToast } = useToasts();
  const made = createRead(paperEndpoints.formats, () => ({ key: ['papers', 'formats'], input: {} }));
  const take = createAction(
    async (format: PaperFormat) => {
      showToast({ text: t('papers.making') });
      const params = { householdId: props.householdId, documentId: props.documentId };
      const file = await fetchFile(
        addressOf(paperEndpoints.take.path, params, { format, language: language() }),
      );
      return file.ok ? { ok: true as const, value: { format, file: file.value } } : file;
    },
    {
      toast: true,
      onDone: async ({ format, file }) => {
        if (format === 'page') return printPage(await file.text(), t('papers.print'));
        saveFile(`${props.name}.${extensions[format]}`, file);
        showToast({ text: t('papers.saved') });
      },
    },
  );
  return (
    <Menu
      label={t('papers.take')}
      triggerClass="icon-btn"
      trigger={<IconPrinter class="i i-s" aria-hidden="true" />}
      entries={order
        .filter((format) => format !== 'pdf' || made.value()?.formats.includes('pdf'))
        .map((format) => ({
          kind: 'act' as const,
          label: t(`papers.format.${format}`),
          onSelect: () => void take.run(format),
        }))}
    />
  );
}
