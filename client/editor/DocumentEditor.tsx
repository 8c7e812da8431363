/**
 * What every editor of a shared text has: it opens after the first sync, stops when the server ends the document, and
 * carries the two menus. PlanEditor, MinutesEditor and NotesEditor say what is theirs.
 */
import './editor.css';
import type { AnyExtension, Editor } from '@tiptap/core';
import { createEffect, createSignal, getOwner, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { contentRoot } from '../../shared/documents/rich-text.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Right } from '../../shared/records/rights.ts';
import type { SharedDocument } from '../collab/shared-document.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { useCaretColours } from '../ui/caret-colours.tsx';
import { Loading } from '../ui/notes.tsx';
import type { RingState } from '../ui/state.tsx';
import { useToasts } from '../ui/Toast.tsx';
import { actKeys } from './act-keys.ts';
import { makeRecord } from './acts.ts';
import { blocksWithViews } from './blocks/blocks.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { recolourCarets } from './carets.ts';
import type { Chrome, EditorRecords, Me, Named } from './chrome.ts';
import { caretIn, followCaret, scrollToMiddle } from './follow.ts';
import { InsertMenu } from './InsertMenu.tsx';
import { createInsertMenu } from './insert-menu.ts';
import { createLineMenu } from './line-menu.ts';
import { type EditorKind, offersFor } from './offers.ts';
import { Pastes } from './pastes.ts';
import { type RightHeadingFacts, rightHeadingsExtension } from './RightHeadings.tsx';
import { createRichEditor } from './rich-editor.ts';
import { type BubbleAct, SelectionBubble } from './SelectionBubble.tsx';
import { createSectionInView } from './section-in-view.ts';
import { insertTemplate, isNearlyEmpty } from './templates.ts';
import { type Section, sectionsOf } from './text-state.ts';

export type DocumentEditorProps = EditorRecords & {
  shared: SharedDocument;
  me: Me;
  /** Accessible name: "Plan of the Zeitouna family". */
  label: string;
  /** After each change of the headings or of the goals under them. */
  onSections?: ((sections: readonly Section[]) => void) | undefined;
  /** How each right stands: the ring beside its heading. */
  rights?: readonly { right: Right; state: RingState }[] | undefined;
  /** Key of the section at the top of the screen. */
  onSectionInView?: ((key: string | undefined) => void) | undefined;
};

type SheetProps = Omit<DocumentEditorProps, 'me'> & { me: Named } & Parts;

/** Ways into the text for the page around it. */
export type TextHandle = {
  focus(): void;
  /** Scrolls there and puts the caret under the heading. */
  goToSection(key: string): void;
  /** Whether its heading is on the screen. */
  seesSection(key: string): boolean;
  /** Scrolls there and leaves caret and focus where they are. */
  showSection(key: string): void;
  /** Whether that person's caret is in this text. */
  seesPerson(personId: PersonId): boolean;
  /** To where that person's caret is; false when they have none here. */
  goToPerson(personId: PersonId): boolean;
  /** Keeps that person's caret in sight until the answered function is called or one scrolls, writes or presses Escape. */
  follow(personId: PersonId, onEnd: () => void): () => void;
};

type Parts = {
  kind: EditorKind;
  /** More acts on selected words, before task and referral. */
  acts?: ((editor: Editor) => readonly BubbleAct[]) | undefined;
  extensions?: readonly AnyExtension[] | undefined;
  /** Stands beside the sheet. */
  aside?: ((editor: Editor) => JSX.Element) | undefined;
  onEditor?: ((editor: Editor, chrome: Chrome) => void) | undefined;
};

export function DocumentEditor(props: SheetProps): JSX.Element {
  return (
    <Show when={!props.shared.closeReason()} fallback={<Closed shared={props.shared} />}>
      <Show when={props.shared.ready()} fallback={<Loading lines={8} />}>
        <Sheet {...props} />
      </Show>
    </Show>
  );
}

function Closed(props: { shared: SharedDocument }) {
  return <Show when={props.shared.closeReason()}>{(reason) => <ClosedNotice reason={reason()} />}</Show>;
}

function Sheet(props: SheetProps) {
  const { t, language } = useMessages();
  const colourOf = useCaretColours();
  const { showToast } = useToasts();
  const [editor, setEditor] = createSignal<Editor>();
  const editable = () => props.shared.access() === 'write';
  const chrome: Chrome = { owner: getOwner(), records: props, editable, language };
  const menu = createInsertMenu(offersFor(props.kind, chrome, t));
  const lineMenu = props.kind === 'minutes' ? createLineMenu(chrome, t) : undefined;
  const acts = () => {
    const at = editor();
    return at ? [...(props.acts?.(at) ?? []), ...recordActs(at, chrome, editable(), t)] : [];
  };
  const blocks = blocksWithViews(chrome);
  const headings: RightHeadingFacts = {
    stateOf: (right) => props.rights?.find((one) => one.right === right)?.state ?? 'none',
    people: () => props.shared.presence.people(),
  };
  let place: HTMLDivElement | undefined;

  onMount(() => {
    if (!place) return;
    const made = createRichEditor({
      element: place,
      fragment: props.shared.doc.getXmlFragment(contentRoot),
      presence: props.shared.presence,
      me: props.me,
      colourOf,
      editable: editable(),
      label: props.label,
      placeholder: () => (editable() ? t(`plan.placeholder.${props.kind}`) : ''),
      blocks,
      extensions: [
        menu.extension,
        ...(lineMenu ? [lineMenu.extension] : []),
        actKeys(acts),
        Pastes(() => showToast({ text: t('plan.paste.tooLong') })),
        ...(props.kind === 'plan' ? [rightHeadingsExtension(chrome, headings)] : []),
        ...(props.extensions ?? []),
      ],
    });
    onCleanup(() => made.destroy());
    setEditor(made);
    props.onEditor?.(made, chrome);
  });
  createEffect(() => editor()?.setEditable(editable(), false));
  createEffect(() => {
    const text = editor()?.view.dom;
    for (const { id } of props.shared.presence.people()) colourOf(id); // wakes when one of them changes colour
    if (text) recolourCarets(text, colourOf);
  });
  createEffect(() => {
    const at = editor();
    if (at) reportSections(at, props);
  });

  return (
    <div class="writing" data-kind={props.kind} data-aside={props.aside ? '' : undefined}>
      <div class="writing-text">
        <div ref={place} />
        <Show when={editable() && editor()}>{(at) => <TemplateOffer editor={at()} kind={props.kind} />}</Show>
      </div>
      <Show when={editor()}>
        {(at) => (
          <>
            {props.aside?.(at())}
            <SelectionBubble editor={at()} acts={acts()} />
            <InsertMenu menu={menu} textbox={() => at().view.dom} />
            <Show when={lineMenu}>
              {(line) => <InsertMenu menu={line()} textbox={() => at().view.dom} />}
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function recordActs(
  editor: Editor,
  chrome: Chrome,
  editable: boolean,
  t: ReturnType<typeof useMessages>['t'],
): BubbleAct[] {
  const acts: BubbleAct[] = [];
  if (editable && chrome.records.onMakeTask)
    acts.push({ label: t('plan.bubble.task'), key: 'T', run: () => makeRecord(editor, chrome, 'task') });
  if (editable && chrome.records.onMakeReferral)
    acts.push({
      label: t('plan.bubble.referral'),
      key: 'I',
      run: () => makeRecord(editor, chrome, 'referral'),
    });
  if (editable && chrome.records.onMakeGoal)
    acts.push({ label: t('minutes.makeGoal'), key: 'G', run: () => makeRecord(editor, chrome, 'goal') });
  return acts;
}

function reportSections(
  editor: Editor,
  props: Pick<DocumentEditorProps, 'onSections' | 'onSectionInView'>,
): void {
  let told = '';
  const tell = () => {
    const sections = sectionsOf(editor.state.doc);
    const now = JSON.stringify(sections.map(({ position: _, ...rest }) => rest));
    if (now !== told) props.onSections?.(sections);
    told = now;
  };
  editor.on('transaction', tell);
  onCleanup(() => editor.off('transaction', tell));
  tell();
  createSectionInView(editor, (key) => props.onSectionInView?.(key));
}

/** While hardly anything is written. */
function TemplateOffer(props: { editor: Editor; kind: EditorKind }) {
  const { t } = useMessages();
  const [offered, setOffered] = createSignal(false);
  const look = () => setOffered(props.kind !== 'notes' && isNearlyEmpty(props.editor.state.doc));
  createEffect(() => {
    const { editor } = props;
    editor.on('transaction', look);
    onCleanup(() => editor.off('transaction', look));
    look();
  });
  const which = () => (props.kind === 'minutes' ? 'agenda' : 'plan');
  return (
    <Show when={offered()}>
      <div class="template-offer">
        <p>{t(`plan.template.${which()}.why`)}</p>
        <Button small onClick={() => insertTemplate(props.editor, which(), t)}>
          {t(`plan.template.${which()}`)}
        </Button>
      </div>
    </Show>
  );
}

function headingOf(editor: Editor, key: string): Element | undefined {
  const section = sectionsOf(editor.state.doc).find((candidate) => candidate.key === key);
  const heading = section && editor.view.nodeDOM(section.position);
  return heading instanceof Element ? heading : undefined;
}

export function textHandle(editor: Editor): TextHandle {
  return {
    focus: () => void editor.commands.focus(),
    goToSection(key) {
      const section = sectionsOf(editor.state.doc).find((candidate) => candidate.key === key);
      if (!section) return;
      const heading = editor.view.nodeDOM(section.position);
      if (heading instanceof Element) heading.scrollIntoView({ block: 'start', behavior: 'smooth' });
      const at = section.position + 1 + (editor.state.doc.nodeAt(section.position)?.content.size ?? 0);
      editor.commands.focus(at, { scrollIntoView: false });
    },
    seesSection(key) {
      const box = headingOf(editor, key)?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
    },
    showSection(key) {
      const heading = headingOf(editor, key);
      if (heading) heading.scrollIntoView({ block: 'start', behavior: 'smooth' });
    },
    seesPerson: (personId) => caretIn(editor, personId) !== null,
    goToPerson(personId) {
      const caret = caretIn(editor, personId);
      if (caret) scrollToMiddle(caret);
      return caret !== null;
    },
    follow: (personId, onEnd) => followCaret(editor, personId, onEnd),
  };
}
