/**
 * The plan in the mother's language, made of its translations (A6): by itself, with the original on demand, or beside
 * the original. It shows what is missing and what is stale, and is where a mediator works through them: `N` and `P` go
 * to the next and the previous one, `T` or Enter opens it, Mod-Enter ends it and opens the next.
 */
import './translations.css';
import { A, useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Stretch } from '../../../shared/documents/translations.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { createAnnotationList } from '../../editor/annotations/annotation-list.ts';
import { ClosedNotice } from '../../editor/ClosedNotice.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Checkbox, Select } from '../../ui/inputs.tsx';
import { EmptyState, Loading } from '../../ui/notes.tsx';
import { createOpened, useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { addressIn, type Way } from './addresses.ts';
import { Coverage } from './Coverage.tsx';
import { createInLanguage } from './in-language.ts';
import { StretchRow } from './StretchRow.tsx';
import { Words } from './Words.tsx';
import { createWorkList, isToDo } from './work-list.ts';

export default function PlanInLanguage(props: { way: Way; language: string | undefined }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const annotations = createOpened(room.household, 'annotations');
  const language = () => ContentLanguage.safeParse(props.language).data;
  const closed = () => room.plan()?.closeReason() ?? annotations()?.closeReason();
  const both = createMemo(() => {
    const [plan, notes] = [room.plan(), annotations()];
    return plan?.ready() && notes?.ready() ? { plan, notes } : undefined;
  });
  return (
    <Show when={language()} keyed fallback={<EmptyState size="part" title={t('households.notThere')} />}>
      {(language) => (
        <Show
          when={!closed()}
          fallback={<Show when={closed()}>{(reason) => <ClosedNotice reason={reason()} />}</Show>}
        >
          <Show when={both()} keyed fallback={<Loading lines={8} />}>
            {({ plan, notes }) => (
              <Read way={props.way} language={language} plan={plan} annotations={notes} />
            )}
          </Show>
        </Show>
      )}
    </Show>
  );
}

type ReadProps = { way: Way; language: ContentLanguage; plan: SharedDocument; annotations: SharedDocument };

function Read(props: ReadProps): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const read = createInLanguage(props.plan.doc, props.annotations.doc, props.language);
  const list = createAnnotationList(
    props.annotations,
    { id: me().id, name: me().name },
    () => props.language,
    () => peopleOf(room.household()),
  );
  onCleanup(() => list.endWriting());
  const [onlyToDo, setOnlyToDo] = createSignal(false);
  const work = createWorkList(props, list, read);
  const byKey = createMemo(() => new Map(read().stretches.map((stretch) => [stretch.key, stretch])));
  /** What is being written stays, though it isn't missing any more. */
  const shown = ({ key, state }: Stretch) => !onlyToDo() || isToDo(state) || work.open() === key;
  const keys = createMemo(() =>
    read()
      .stretches.filter(shown)
      .map(({ key }) => key),
  );
  const toDo = () => read().stretches.filter(({ state }) => isToDo(state)).length;
  onMount(() => document.addEventListener('keydown', work.press));
  onCleanup(() => document.removeEventListener('keydown', work.press));
  return (
    <div class="tl" data-way={props.way}>
      <Head {...props}>
        <Coverage read={read()} />
        <Show when={list.mayWrite() && (toDo() > 0 || onlyToDo())}>
          <div class="tl-work">
            <Checkbox checked={onlyToDo()} label={t('translations.onlyToDo')} onValue={setOnlyToDo} />
            <span class="tl-steps">
              <button type="button" class="btn btn-s" aria-keyshortcuts="P" onClick={() => work.step(-1)}>
                {t('translations.previous')}
              </button>
              <button type="button" class="btn btn-s" aria-keyshortcuts="N" onClick={() => work.step(1)}>
                {t('translations.next')}
              </button>
            </span>
          </div>
        </Show>
      </Head>
      <Show
        when={keys().length > 0}
        fallback={
          <EmptyState
            size="part"
            title={read().total > 0 ? t('translations.allDone') : t('translations.empty')}
          />
        }
      >
        <ol class="tl-rows">
          <For each={keys()}>
            {(key) => (
              <Show when={byKey().get(key)}>
                {(stretch) => <StretchRow {...props} stretch={stretch()} list={list} work={work} />}
              </Show>
            )}
          </For>
        </ol>
      </Show>
      <Show when={read().gone.length > 0}>
        <section class="tl-gone">
          <h3>{t('translations.gone')}</h3>
          <For each={read().gone}>
            {(thread) => (
              <div class="tl-row">
                <Words language="it" class="tl-w soft">
                  {thread.quote}
                </Words>
                <Words language={thread.language}>{thread.text}</Words>
              </div>
            )}
          </For>
        </section>
      </Show>
    </div>
  );
}

function Head(props: ReadProps & { children: JSX.Element }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const navigate = useNavigate();
  const ways: readonly Way[] = ['beside', 'in'];
  return (
    <header class="tl-head">
      <div class="tl-h">
        <h2>{t('translations.title', { language: t(`functions.language.${props.language}`) })}</h2>
        <A href={`${room.base}/plan`}>{t('translations.back')}</A>
      </div>
      <div class="tl-choose">
        <Select
          aria-label={t('translations.language')}
          value={props.language}
          options={ContentLanguage.options
            .filter((code) => code !== 'it')
            .map((value) => ({ value, label: t(`functions.language.${value}`) }))}
          onValue={(language) => navigate(addressIn(room.base, props.way, language))}
        />
        <nav class="seg" aria-label={t('translations.way')}>
          <For each={ways}>
            {(way) => (
              <A
                class="tl-way"
                href={addressIn(room.base, way, props.language)}
                aria-current={way === props.way ? 'page' : undefined}
              >
                {t(`translations.way.${way}`)}
              </A>
            )}
          </For>
        </nav>
      </div>
      {props.children}
    </header>
  );
}
