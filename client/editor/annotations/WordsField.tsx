/** A field for words that are sent whole: an answer, a correction, a word with a refusal. Enter sends, Escape gives up. */
import { createSignal, onMount } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { createCalling } from './calling.tsx';

export type WordsFieldProps = {
  label: string;
  placeholder: string;
  value?: string | undefined;
  people: readonly PersonBrief[];
  /** Sent with no words too. */
  mayBeEmpty?: boolean | undefined;
  send: string;
  onSend: (text: string) => void;
  onCancel: () => void;
};

export function WordsField(props: WordsFieldProps) {
  const { t } = useMessages();
  const [field, setField] = createSignal<HTMLTextAreaElement>();
  const calling = createCalling(
    field,
    () => props.people,
    () => grow(),
  );
  const grow = () => {
    const at = field();
    if (!at) return;
    at.style.blockSize = '0';
    at.style.blockSize = `${at.scrollHeight}px`;
  };
  const send = () => {
    const text = field()?.value.trim() ?? '';
    if (text || props.mayBeEmpty) props.onSend(text);
    else props.onCancel();
  };
  onMount(() => {
    const at = field();
    if (!at) return;
    at.value = props.value ?? '';
    grow();
    at.focus();
    at.setSelectionRange(at.value.length, at.value.length);
  });
  return (
    <>
      <textarea
        class="in note-field"
        dir="auto"
        rows={2}
        maxlength={4000}
        ref={setField}
        aria-label={props.label}
        placeholder={props.placeholder}
        onInput={() => {
          grow();
          calling.look();
        }}
        onBlur={calling.close}
        onKeyDown={(event) => {
          if (calling.onKey(event) || event.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            props.onCancel();
          }
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          send();
        }}
      />
      <calling.List />
      <footer class="note-f">
        <button type="button" onClick={send}>
          {props.send}
        </button>
        <button type="button" onClick={() => props.onCancel()}>
          {t('ui.cancel')}
        </button>
      </footer>
    </>
  );
}
