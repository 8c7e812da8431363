/**
 * Where a translation is written, beside its words: its first letter hangs the annotation, and from then on others read
 * each one. What is written without a network stays on the page and is sent when there is one, as in every text.
 */
import '../../editor/annotations/annotations.css';
import '../../ui/Field.css';
import { type JSX, onMount, Show } from 'solid-js';
import { threadText } from '../../../shared/documents/annotations.ts';
import { type ContentLanguage, directionOf } from '../../../shared/languages.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import type { AnnotationList } from '../../editor/annotations/annotation-list.ts';
import { LiveText } from '../../editor/annotations/LiveText.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';

export function TranslationField(props: {
  list: AnnotationList;
  annotations: SharedDocument;
  language: ContentLanguage;
  /** Whatever was there already: parts that become one. */
  begunWith?: string | undefined;
  onDone: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const text = () => {
    const key = props.list.writing();
    return key ? threadText(props.annotations.doc, key) : undefined;
  };
  return (
    <Show when={text()} keyed fallback={<FirstLetter {...props} />}>
      {(text) => (
        <LiveText
          text={text}
          label={t('translations.text')}
          placeholder={t('annotations.textHint')}
          lang={props.language}
          dir={directionOf(props.language)}
          people={peopleOf(room.household())}
          onTyped={props.list.typed}
          onDone={props.onDone}
        />
      )}
    </Show>
  );
}

function FirstLetter(props: {
  list: AnnotationList;
  language: ContentLanguage;
  begunWith?: string | undefined;
  onDone: () => void;
}): JSX.Element {
  const { t } = useMessages();
  let field: HTMLTextAreaElement | undefined;
  onMount(() => {
    field?.focus();
    if (props.begunWith) props.list.begin(props.begunWith);
  });
  return (
    <textarea
      ref={field}
      class="in note-field"
      rows={2}
      lang={props.language}
      dir={directionOf(props.language)}
      aria-label={t('translations.text')}
      placeholder={t('annotations.textHint')}
      // A word being composed is finished in this field: beginning would take the field away under the hand.
      onInput={(event) => event.isComposing || props.list.begin(event.currentTarget.value)}
      onCompositionEnd={(event) => event.currentTarget.value && props.list.begin(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
          props.onDone();
      }}
    />
  );
}
