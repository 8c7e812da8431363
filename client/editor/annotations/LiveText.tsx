/** A text area on a Y.Text: each keystroke is one small change, and what others write arrives without moving the caret. */
import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import type * as Y from 'yjs';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { createCalling } from './calling.tsx';
import { type Delta, movedBy, writeComposed, writeDifference } from './text-difference.ts';

export type LiveTextProps = {
  text: Y.Text;
  label: string;
  placeholder: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Who can be called with `@`. */
  people: readonly PersonBrief[];
  onTyped: () => void;
  onDone: () => void;
};

export function LiveText(props: LiveTextProps) {
  let field: HTMLTextAreaElement | undefined;
  const [calledFrom, setCalledFrom] = createSignal<HTMLTextAreaElement>();
  const calling = createCalling(
    calledFrom,
    () => props.people,
    () => {
      if (field) writeDifference(props.text, field.value);
      grow();
    },
  );
  /** While a word is being composed: what stood here before it, and what the others wrote since. */
  let composing: { before: string; meanwhile: Delta[] } | undefined;
  const grow = () => {
    if (!field) return;
    field.style.blockSize = '0';
    field.style.blockSize = `${field.scrollHeight}px`;
  };
  createEffect(() => {
    const { text } = props;
    const receive = (event: Y.YTextEvent) => {
      if (!field || event.transaction.local) return;
      if (composing) {
        composing.meanwhile.push(event.delta);
        return;
      }
      const { selectionStart, selectionEnd } = field;
      const kept = [selectionStart, selectionEnd].map((at) => movedBy(event.delta, at));
      field.value = text.toString();
      field.setSelectionRange(kept[0] ?? 0, kept[1] ?? 0);
      grow();
    };
    text.observe(receive);
    onCleanup(() => text.unobserve(receive));
  });
  onMount(() => {
    if (!field) return;
    field.value = props.text.toString();
    grow();
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
  return (
    <>
      <textarea
        ref={(element) => {
          field = element;
          setCalledFrom(element);
        }}
        class="in note-field"
        rows={2}
        maxlength={8000}
        lang={props.lang}
        dir={props.dir}
        aria-label={props.label}
        placeholder={props.placeholder}
        onCompositionStart={(event) => {
          composing = { before: event.currentTarget.value, meanwhile: [] };
        }}
        onCompositionEnd={(event) => {
          if (!composing) return;
          const { before, meanwhile } = composing;
          composing = undefined;
          const caret = writeComposed(props.text, before, event.currentTarget.value, meanwhile);
          event.currentTarget.value = props.text.toString();
          event.currentTarget.setSelectionRange(caret, caret);
          grow();
        }}
        onInput={(event) => {
          if (!composing) writeDifference(props.text, event.currentTarget.value);
          grow();
          calling.look();
          props.onTyped();
        }}
        onBlur={calling.close}
        onKeyDown={(event) => {
          if (calling.onKey(event) || event.isComposing) return;
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
            props.onDone();
        }}
      />
      <calling.List />
    </>
  );
}
