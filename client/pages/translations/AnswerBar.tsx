/** The bar at the thumb: a translation of the words asked about, or an answer; and that it is done. */
import '../../editor/annotations/annotations.css';
import '../../ui/Field.css';
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { instantOf } from '../../../shared/dates.ts';
import { addReply, type Thread } from '../../../shared/documents/annotations.ts';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';
import { type Mediation, mediationEndpoints } from '../../../shared/records/mediation.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import type { AnnotationList } from '../../editor/annotations/annotation-list.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';
import { FinishDialog } from '../mediation/FinishDialog.tsx';
import { TranslationField } from './TranslationField.tsx';
import { planLanguage } from './Words.tsx';

export type AnswerBarProps = {
  list: AnnotationList;
  annotations: SharedDocument;
  threadKey: string;
  thread: Thread;
  /** Those asked about, as they stand now. */
  words: string;
};

type Act = 'translate' | 'answer';
const acts: readonly Act[] = ['translate', 'answer'];

export function AnswerBar(props: AnswerBarProps): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const navigate = useNavigate();
  const [act, setAct] = createSignal<Act>();
  const [finishing, setFinishing] = createSignal<Mediation>();
  const request = createRequest(props.threadKey);
  const spoken = room.household().languages.find((code) => code !== planLanguage);
  const [chosen, setChosen] = createSignal<ContentLanguage>();
  const language = () => chosen() ?? request()?.language ?? spoken ?? 'ar';
  /** A translation of exactly these words that is there already is corrected, not doubled. */
  const existing = createMemo(() =>
    [...props.list.threads()].find(
      ([, { kind, language: into, from, to }]) =>
        kind === 'translation' && into === language() && from === props.thread.from && to === props.thread.to,
    ),
  );
  const close = () => {
    props.list.endWriting();
    props.list.setDraft(undefined);
    setAct(undefined);
  };
  const open = (next: Act) => {
    close();
    const there = existing();
    if (next === 'translate' && there) props.list.edit(there[0]);
    else if (next === 'translate') {
      const { from, to } = props.thread;
      const anchor = { from, to, quote: props.words.slice(0, 2000) };
      props.list.setDraft({ anchor, kind: 'translation', language: language(), isPlain: false });
    }
    setAct(next);
  };
  const inAnother = (next: ContentLanguage) => {
    setChosen(next);
    open('translate');
  };
  const done = () => {
    close();
    props.list.resolve(props.threadKey);
    const hers = request();
    if (hers?.status === 'accepted' && hers.mediator?.id === me().id) setFinishing(hers);
    else navigate(me().function === 'mediator' ? '/mediation' : `${room.base}/plan`);
  };
  return (
    <section class="ask-b" aria-label={t('translations.answer.yours')}>
      <Show when={act() === 'translate'}>
        <TranslationField
          list={props.list}
          annotations={props.annotations}
          language={language()}
          onDone={close}
        />
        <div class="ask-r">
          <LanguageSelect value={language()} onValue={inAnother} />
          <Button kind="primary" onClick={close}>
            {t('annotations.done')}
          </Button>
        </div>
      </Show>
      <Show when={act() === 'answer'}>
        <AnswerField {...props} onDone={close} />
      </Show>
      <Show when={!act()}>
        <Show when={existing()}>
          {(there) => (
            <p class="script" lang={there()[1].language} dir={directionOf(there()[1].language)}>
              {there()[1].text}
            </p>
          )}
        </Show>
        <div class="ask-r">
          <For each={acts}>
            {(one) => (
              <Button
                kind={one === 'translate' && !existing() ? 'primary' : 'plain'}
                onClick={() => open(one)}
              >
                {one === 'translate' && existing() ? t('annotations.edit') : t(`translations.answer.${one}`)}
              </Button>
            )}
          </For>
          <Show
            when={!props.thread.resolved}
            fallback={<span class="ok">{t('translations.answer.resolved')}</span>}
          >
            <Button onClick={done}>{t('annotations.resolve')}</Button>
          </Show>
        </div>
      </Show>
      <Show when={finishing()}>
        {(hers) => <FinishDialog request={hers()} onClose={() => navigate('/mediation')} />}
      </Show>
    </section>
  );
}

/** The mediator's request that leads here; undefined for others, who have none. */
function createRequest(threadKey: string): () => Mediation | undefined {
  const me = useMe();
  const read = createRead(mediationEndpoints.list, () => ({
    key: keys.mediation,
    input: {},
    enabled: me().function === 'mediator',
  }));
  return () => read.value()?.requests.find(({ details }) => details?.passage?.thread === threadKey);
}

function LanguageSelect(props: {
  value: ContentLanguage;
  onValue: (language: ContentLanguage) => void;
}): JSX.Element {
  const { t } = useMessages();
  return (
    <Select
      aria-label={t('annotations.language')}
      value={props.value}
      options={ContentLanguage.options.map((value) => ({ value, label: t(`functions.language.${value}`) }))}
      onValue={props.onValue}
    />
  );
}

/** Kept until it is sent: an answer is one reply, not letters that others read. */
function AnswerField(props: AnswerBarProps & { onDone: () => void }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const announce = useAnnounce();
  const [text, setText] = createSignal('');
  const [language, setLanguage] = createSignal<ContentLanguage>(planLanguage);
  const send = () => {
    if (!text().trim()) return;
    addReply(props.annotations.doc, props.threadKey, {
      author: me().id,
      createdAt: instantOf(new Date()),
      language: language(),
      text: text().trim(),
    });
    announce(t('translations.answer.sent'));
    props.onDone();
  };
  return (
    <>
      <textarea
        class="in note-field"
        rows={3}
        maxlength={4000}
        lang={language()}
        dir="auto"
        aria-label={t('translations.answer.answer')}
        ref={(field) => queueMicrotask(() => field.focus())}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          if (event.key === 'Escape') props.onDone();
        }}
      />
      <div class="ask-r">
        <LanguageSelect value={language()} onValue={setLanguage} />
        <Button onClick={props.onDone}>{t('ui.cancel')}</Button>
        <Button kind="primary" onClick={send}>
          {t('translations.answer.send')}
        </Button>
      </div>
    </>
  );
}
