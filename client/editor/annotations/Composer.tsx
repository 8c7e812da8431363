/**
 * A new annotation: its kind, its language, and a field whose first letter hangs it on the words. A suggestion hangs
 * whole: its words beside the original's, and why.
 */
import { createSignal, For, Show } from 'solid-js';
import { AnnotationKind } from '../../../shared/documents/annotations.ts';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { AnnotationList, Draft } from './annotation-list.ts';
import { Change } from './SuggestionBody.tsx';

export function Composer(props: { draft: Draft; list: AnnotationList }) {
  const { t } = useMessages();
  const change = (change: Partial<Draft>) => props.list.setDraft({ ...props.draft, ...change });
  const cancel = () => props.list.setDraft(undefined);
  return (
    <section class="note note-new" aria-label={t('annotations.new')}>
      <Show when={props.draft.kind !== 'suggestion'}>
        <blockquote class="note-quote" dir="auto">
          {props.draft.anchor.quote}
        </blockquote>
      </Show>
      <div class="note-kinds" role="radiogroup" aria-label={t('annotations.kind')}>
        <For each={AnnotationKind.options}>
          {(kind) => (
            <label>
              <input
                type="radio"
                name="annotation-kind"
                checked={kind === props.draft.kind}
                onChange={() => change({ kind })}
              />
              <span>{t(`annotations.kind.${kind}`)}</span>
            </label>
          )}
        </For>
      </div>
      <Show
        when={props.draft.kind === 'suggestion'}
        fallback={<FirstWords {...props} onChange={change} onCancel={cancel} />}
      >
        <Show
          when={props.draft.isPlain}
          fallback={
            <>
              <p class="note-warn">{t('threads.onlyOneBlock')}</p>
              <footer class="note-f">
                <button type="button" onClick={cancel}>
                  {t('ui.cancel')}
                </button>
              </footer>
            </>
          }
        >
          <OtherWords {...props} onCancel={cancel} />
        </Show>
      </Show>
    </section>
  );
}

type PartProps = { draft: Draft; list: AnnotationList; onCancel: () => void };

function FirstWords(props: PartProps & { onChange: (change: Partial<Draft>) => void }) {
  const { t } = useMessages();
  return (
    <>
      <textarea
        class="in note-field"
        rows={2}
        lang={props.draft.language}
        dir={directionOf(props.draft.language)}
        aria-label={t('annotations.text')}
        placeholder={t('annotations.textHint')}
        ref={(field) => queueMicrotask(() => field.focus())}
        // A word being composed is finished in this field: beginning would take the field away under the hand.
        onInput={(event) => event.isComposing || props.list.begin(event.currentTarget.value)}
        onCompositionEnd={(event) => event.currentTarget.value && props.list.begin(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
      />
      <footer class="note-f">
        <select
          aria-label={t('annotations.language')}
          onChange={(event) => props.onChange({ language: ContentLanguage.parse(event.currentTarget.value) })}
        >
          <For each={ContentLanguage.options}>
            {(language) => (
              <option value={language} selected={language === props.draft.language}>
                {t(`functions.language.${language}`)}
              </option>
            )}
          </For>
        </select>
        <button type="button" onClick={() => props.onCancel()}>
          {t('ui.cancel')}
        </button>
      </footer>
    </>
  );
}

/** The text's own words, to be changed, and the change seen as it will be shown. */
function OtherWords(props: PartProps) {
  const { t } = useMessages();
  const quote = () => props.draft.anchor.quote;
  const [words, setWords] = createSignal(quote());
  const [why, setWhy] = createSignal('');
  const isOther = () => words() !== quote();
  const send = () => isOther() && props.list.suggest(words(), why().trim());
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') props.onCancel();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <>
      <textarea
        class="in note-field"
        rows={3}
        dir="auto"
        maxlength={4000}
        aria-label={t('threads.instead')}
        ref={(field) => queueMicrotask(() => field.focus())}
        value={quote()}
        // One block's words stay one block's.
        onInput={(event) => setWords(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={onKey}
      />
      <Show when={isOther()}>
        <div class="note-preview">
          <Change thread={{ quote: quote(), replacement: words() }} />
        </div>
      </Show>
      <textarea
        class="in note-field"
        rows={1}
        dir="auto"
        maxlength={2000}
        aria-label={t('threads.why')}
        placeholder={t('threads.why')}
        onInput={(event) => setWhy(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <footer class="note-f">
        <button type="button" aria-disabled={isOther() ? undefined : 'true'} onClick={send}>
          {t('threads.suggest')}
        </button>
        <button type="button" onClick={() => props.onCancel()}>
          {t('ui.cancel')}
        </button>
      </footer>
    </>
  );
}
