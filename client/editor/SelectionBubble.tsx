/**
 * What one may do with selected words. In a text one can't edit (an annotator's page) single letters do it too; while
 * writing they would replace the words, so there the same letters work from the toolbar and with Mod-Alt.
 */
import type { Editor } from '@tiptap/core';
import '../ui/Field.css';
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import IconBold from '~icons/lucide/bold';
import IconItalic from '~icons/lucide/italic';
import IconLink from '~icons/lucide/link';
import { LinkAddress } from '../../shared/documents/rich-text.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { placeNear } from './floating.ts';

export type BubbleAct = {
  readonly label: string;
  /** One letter. */
  readonly key: string;
  readonly run: () => void;
};

export function SelectionBubble(props: { editor: Editor; acts: readonly BubbleAct[] }) {
  const { t } = useMessages();
  const [place, setPlace] = createSignal<DOMRect>();
  const [linking, setLinking] = createSignal(false);
  let bar: HTMLDivElement | undefined;

  const follow = () => {
    const { view, state } = props.editor;
    if (view.isDestroyed || bar?.contains(document.activeElement)) return;
    const { from, to, empty } = state.selection;
    const isHere = view.hasFocus() || (!props.editor.isEditable && holdsSelection(view.dom));
    const shown = !empty && isHere && state.doc.textBetween(from, to, ' ').trim();
    setLinking(false);
    setPlace(shown ? rectOf(props.editor) : undefined);
  };
  /** A text that can't be edited hears nothing when the selection goes to a field. */
  const followHeld = () => {
    if (place() && !props.editor.isEditable) follow();
  };
  const leave = () => {
    setPlace(undefined);
    props.editor.view.focus();
  };
  const run = (act: BubbleAct) => {
    act.run();
    setPlace(undefined);
  };
  const onLetter = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return leave();
    if (event.ctrlKey || event.metaKey || event.altKey || linking()) return;
    const act = props.acts.find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    run(act);
  };
  const onTextKey = (event: KeyboardEvent) => {
    if (!place()) return;
    if (event.key === 'Escape') setPlace(undefined);
    else if (!props.editor.isEditable) onLetter(event);
    else if (event.key === 'F10' && event.altKey) bar?.querySelector('button')?.focus();
  };
  createEffect(() => {
    const { editor } = props;
    const { dom } = editor.view;
    editor.on('selectionUpdate', follow);
    editor.on('focus', follow);
    editor.on('blur', follow);
    document.addEventListener('scroll', follow, { capture: true, passive: true });
    document.addEventListener('selectionchange', followHeld);
    dom.addEventListener('keydown', onTextKey);
    onCleanup(() => {
      editor.off('selectionUpdate', follow);
      editor.off('focus', follow);
      editor.off('blur', follow);
      document.removeEventListener('scroll', follow, { capture: true });
      document.removeEventListener('selectionchange', followHeld);
      dom.removeEventListener('keydown', onTextKey);
    });
  });
  createEffect(() => {
    const near = place();
    linking();
    if (bar && near) placeNear(bar, near, 'above', directionAt(props.editor));
  });

  return (
    <Show when={place()}>
      <Portal>
        <div
          class="bubble"
          role="toolbar"
          tabindex={-1}
          aria-label={t('plan.bubble.label')}
          ref={bar}
          onKeyDown={onLetter}
          // The selection must live on while one reaches for a button.
          onMouseDown={(event) => event.target instanceof HTMLInputElement || event.preventDefault()}
        >
          <Show when={!linking()} fallback={<LinkField editor={props.editor} onDone={leave} />}>
            <For each={props.acts}>
              {(act) => (
                <Button small kind="quiet" kbd={act.key} onClick={() => run(act)}>
                  {act.label}
                </Button>
              )}
            </For>
            <Show when={props.editor.isEditable}>
              <IconButton
                label={t('plan.bubble.bold')}
                onClick={() => props.editor.chain().focus().toggleBold().run()}
              >
                <IconBold class="i i-s" aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('plan.bubble.italic')}
                onClick={() => props.editor.chain().focus().toggleItalic().run()}
              >
                <IconItalic class="i i-s" aria-hidden="true" />
              </IconButton>
              <IconButton label={t('plan.bubble.link')} onClick={() => setLinking(true)}>
                <IconLink class="i i-s" aria-hidden="true" />
              </IconButton>
            </Show>
          </Show>
        </div>
      </Portal>
    </Show>
  );
}

function LinkField(props: { editor: Editor; onDone: () => void }) {
  const { t } = useMessages();
  const [wrong, setWrong] = createSignal(false);
  const known = props.editor.getAttributes('link').href;
  const set = (typed: string) => {
    if (!typed.trim()) props.editor.chain().extendMarkRange('link').unsetLink().run();
    else {
      const href = /^[a-z]+:/i.test(typed) ? typed : `https://${typed.trim()}`;
      if (!LinkAddress.safeParse(href).success) return setWrong(true);
      props.editor.chain().extendMarkRange('link').setLink({ href }).run();
    }
    return props.onDone();
  };
  return (
    <input
      class="in bubble-link"
      type="url"
      dir="ltr"
      ref={(field) => queueMicrotask(() => field.focus())}
      value={typeof known === 'string' ? known : ''}
      aria-label={t('plan.bubble.address')}
      aria-invalid={wrong()}
      placeholder={t('plan.bubble.address')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') set(event.currentTarget.value);
        if (event.key === 'Escape') props.onDone();
      }}
    />
  );
}

/** The words of a text that can't be edited are selected without the focus; but not while one writes in a field. */
function holdsSelection(text: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && text.contains(selection.anchorNode);
}

/** How the selected words run: the bar stands over them, also where the page runs the other way. */
function directionAt({ view, state }: Editor): string {
  const { node } = view.domAtPos(state.selection.from);
  return getComputedStyle(node instanceof Element ? node : (node.parentElement ?? view.dom)).direction;
}

/** Around the first line of the selection. */
function rectOf(editor: Editor): DOMRect {
  const { from, to } = editor.state.selection;
  const start = editor.view.coordsAtPos(from, 1);
  const end = editor.view.coordsAtPos(to, -1);
  const oneLine = Math.abs(start.top - end.top) < 4;
  const left = oneLine ? Math.min(start.left, end.left) : start.left;
  return new DOMRect(left, start.top, oneLine ? Math.abs(end.left - start.left) : 0, end.bottom - start.top);
}
