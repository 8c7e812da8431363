/** Words in their own script and direction; and what changed in them, in signs and not in colour alone. */
import '../../ui/scripts.css';
import { For, type JSX, Show } from 'solid-js';
import type { Passage } from '../../../shared/documents/passages.ts';
import { compareWords, type DiffWords } from '../../../shared/documents/word-diff.ts';
import { type ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

/** The plan's own language, where a block doesn't say another. */
export const planLanguage: ContentLanguage = 'it';

export function Words(props: {
  language: ContentLanguage;
  class?: string | undefined;
  children: JSX.Element;
}): JSX.Element {
  return (
    <p class={`script ${props.class ?? ''}`} lang={props.language} dir={directionOf(props.language)}>
      {props.children}
    </p>
  );
}

/** A passage as it stands in the plan: the family's own words above their rendering (B13). */
export function Original(props: {
  passage: Passage;
  /** Her own words stand beside it already. */
  renderingOnly?: boolean | undefined;
  children?: JSX.Element;
}): JSX.Element {
  const language = () => props.passage.language ?? planLanguage;
  return (
    <>
      <Show when={!props.renderingOnly && props.passage.voice}>
        {(voice) => (
          <Words language={voice().language} class="tl-voice">
            {voice().original}
          </Words>
        )}
      </Show>
      <Words language={language()} class={`tl-w tl-b-${props.passage.name}`}>
        {props.children ?? props.passage.words}
      </Words>
    </>
  );
}

export function Changed(props: { before: string; after: string }): JSX.Element {
  const { t } = useMessages();
  const shown = (piece: DiffWords) => {
    if (piece.kind === 'same') return piece.text;
    return piece.kind === 'added' ? (
      <ins>
        <VisuallyHidden>{t('translations.added')}: </VisuallyHidden>
        {piece.text}
      </ins>
    ) : (
      <del>
        <VisuallyHidden>{t('translations.removed')}: </VisuallyHidden>
        {piece.text}
      </del>
    );
  };
  return <For each={compareWords(props.before, props.after)}>{shown}</For>;
}
