/** A new annotation: its kind, its language, and a field whose first letter hangs it on the words. */
import { For } from 'solid-js';
import { AnnotationKind } from '../../../shared/documents/annotations.ts';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
export function Composer(props) {
    const { t } = useMessages();
    const change = (change) => props.list.setDraft({ ...props.draft, ...change });
    return (<section class="note note-new" aria-label={t('annotations.new')}>
      <blockquote class="note-quote" dir="auto">
        {props.draft.anchor.quote}
      </blockquote>
      <div class="note-kinds" role="radiogroup" aria-label={t('annotations.kind')}>
        <For each={AnnotationKind.options}>
          {(kind) => (<label>
              <input type="radio" name="annotation-kind" checked={kind === props.draft.kind} onChange={() => change({ kind })}/>
              <span>{t(`annotations.kind.${kind}`)}</span>
            </label>)}
        </For>
      </div>
      <textarea class="in note-field" rows={2} lang={props.draft.language} dir={directionOf(props.draft.language)} aria-label={t('annotations.text')} placeholder={t('annotations.textHint')} ref={(field) => queueMicrotask(() => field.focus())} 
    // A word being composed is finished in this field: beginning would take the field away under the hand.
    onInput={(event) => event.isComposing || props.list.begin(event.currentTarget.value)} onCompositionEnd={(event) => event.currentTarget.value && props.list.begin(event.currentTarget.value)} onKeyDown={(event) => event.key === 'Escape' && props.list.setDraft(undefined)}/>
      <footer class="note-f">
        <select aria-label={t('annotations.language')} onChange={(event) => change({ language: ContentLanguage.parse(event.currentTarget.value) })}>
          <For each={ContentLanguage.options}>
            {(language) => (<option value={language} selected={language === props.draft.language}>
                {t(`functions.language.${language}`)}
              </option>)}
          </For>
        </select>
        <button type="button" onClick={() => props.list.setDraft(undefined)}>
          {t('ui.cancel')}
        </button>
      </footer>
    </section>);
}
