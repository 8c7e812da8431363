/** The family's own words above their translation, and whose they are. */
import { createEffect, For, Show } from 'solid-js';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { Chrome } from '../chrome.ts';
import type { Block } from './node-view.tsx';

const maxOriginal = 4000;
const languageOf = (block: Block) => ContentLanguage.catch('it').parse(block.node().attrs.language);
/** Until somebody says which language it is, the words themselves say which way they run. */
const directionAt = (block: Block) => (block.node().attrs.language ? directionOf(languageOf(block)) : 'auto');

/** The plan is written in Italian: words said in Italian stand there once. */
const isSaidTwice = (block: Block) => {
  const { language, original } = block.node().attrs;
  return language === 'it' && (!original || original === block.node().textContent);
};

export function VoiceOriginal(props: { block: Block; chrome: Chrome }) {
  return (
    <Show when={!isSaidTwice(props.block)}>
      <OriginalWords block={props.block} chrome={props.chrome} />
    </Show>
  );
}

function OriginalWords(props: { block: Block; chrome: Chrome }) {
  const { t } = useMessages();
  const original = () => String(props.block.node().attrs.original ?? '');
  const language = () => languageOf(props.block);
  let field: HTMLTextAreaElement | undefined;
  const grow = () => {
    if (!field) return;
    field.style.blockSize = '0';
    field.style.blockSize = `${field.scrollHeight}px`;
  };
  createEffect(() => {
    if (field && document.activeElement !== field) field.value = original();
    queueMicrotask(grow);
  });
  return (
    <Show
      when={props.chrome.editable()}
      fallback={
        <p class="voice-original" lang={language()} dir={directionAt(props.block)}>
          {original()}
        </p>
      }
    >
      <textarea
        ref={field}
        class="voice-original"
        lang={language()}
        dir={directionAt(props.block)}
        rows={1}
        maxlength={maxOriginal}
        aria-label={t('plan.voice.original')}
        placeholder={t('plan.voice.originalHint')}
        onInput={grow}
        onChange={(event) => props.block.change({ original: event.currentTarget.value || null })}
      />
    </Show>
  );
}

export function VoiceSpeaker(props: { block: Block; chrome: Chrome }) {
  const { t } = useMessages();
  const speaker = () => props.block.node().attrs.speaker;
  const name = () =>
    props.chrome.records.members.find(({ id }) => id === speaker())?.name ?? t('plan.voice.someone');
  const language = () => t(`functions.language.${languageOf(props.block)}`);
  const reporter = () => props.block.node().attrs.reporter;
  const ofChild = () =>
    props.chrome.records.members.find(({ id }) => id === speaker())?.relation === 'child' ||
    Boolean(reporter());
  const tellers = () =>
    [...props.chrome.records.members, ...props.chrome.records.people].filter(({ id }) => id !== speaker());
  const tellerName = () => tellers().find(({ id }) => id === reporter())?.name;
  return (
    <div class="voice-by">
      <Show
        when={props.chrome.editable()}
        fallback={
          <span dir="auto">
            {t('plan.voice.by', { name: name(), language: language() })}
            <Show when={tellerName()}>{(teller) => <> · {t('minutes.toldBy', { name: teller() })}</>}</Show>
          </span>
        }
      >
        <label>
          <span class="sr">{t('plan.voice.speaker')}</span>
          <select onChange={(event) => props.block.change({ speaker: event.currentTarget.value || null })}>
            <option value="">{t('plan.voice.someone')}</option>
            <For each={props.chrome.records.members}>
              {(member) => (
                <option value={member.id} selected={member.id === speaker()}>
                  {member.name}
                </option>
              )}
            </For>
          </select>
        </label>
        <Show when={ofChild()}>
          <label>
            <span>{t('minutes.told')}</span>
            <select onChange={(event) => props.block.change({ reporter: event.currentTarget.value || null })}>
              <option value="">{t('minutes.dissentOfNobody')}</option>
              <For each={tellers()}>
                {(teller) => (
                  <option value={teller.id} selected={teller.id === reporter()}>
                    {teller.name}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
        <label>
          <span class="sr">{t('plan.voice.language')}</span>
          <select onChange={(event) => props.block.change({ language: event.currentTarget.value })}>
            <For each={ContentLanguage.options}>
              {(option) => (
                <option value={option} selected={option === languageOf(props.block)}>
                  {t(`functions.language.${option}`)}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
    </div>
  );
}
