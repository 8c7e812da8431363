/** One passage, or several translated together: original and translation, how it stands, and what one may do with it. */
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Rendering, Stretch } from '../../../shared/documents/translations.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import type { AnnotationList } from '../../editor/annotations/annotation-list.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { Tag } from '../../ui/state.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import type { Way } from './addresses.ts';
import { TranslationField } from './TranslationField.tsx';
import { Changed, Original, Words } from './Words.tsx';
import { rowId, type WorkList } from './work-list.ts';

const toneOf = { stale: 'late', partly: 'waiting', missing: 'waiting' } as const;

export type StretchRowProps = {
  way: Way;
  language: ContentLanguage;
  stretch: Stretch;
  list: AnnotationList;
  work: WorkList;
  annotations: SharedDocument;
};

export function StretchRow(props: StretchRowProps): JSX.Element {
  const { t } = useMessages();
  const [asked, setAsked] = createSignal(false);
  const first = () => props.stretch.passages[0];
  const open = () => props.work.open() === props.stretch.key;
  /** Whoever is to say that a translation is still right sees what changed. */
  const judges = () => props.stretch.state === 'stale' && props.list.mayWrite();
  const originalShown = () =>
    props.way === 'beside' || asked() || open() || judges() || props.stretch.state === 'missing';
  const tag = () => {
    const { state } = props.stretch;
    return state === 'stale' || state === 'partly' || state === 'missing' ? state : undefined;
  };
  return (
    <li
      class="tl-row"
      id={rowId(props.stretch.key)}
      data-passage={props.stretch.key}
      data-state={props.stretch.state}
      data-block={first()?.name}
      data-level={first()?.level}
      data-listed={first()?.listed ? '' : undefined}
      tabindex={-1}
    >
      <Show when={originalShown()}>
        <div class="tl-o">
          <For each={props.stretch.passages}>
            {(passage) => (
              <Original passage={passage} renderingOnly={props.stretch.state === 'own'}>
                <Show when={staleIn(props.stretch)} fallback={passage.words}>
                  {(rendering) => <Changed before={rendering().thread.quote} after={rendering().words} />}
                </Show>
              </Original>
            )}
          </For>
        </div>
      </Show>
      <div class="tl-t">
        <Show when={!open()} fallback={<Writing {...props} />}>
          <Switch>
            <Match when={props.stretch.state === 'own'}>
              <Own {...props} />
            </Match>
            <Match when={props.stretch.renderings.length > 0}>
              <For each={props.stretch.renderings}>
                {(rendering) => (
                  <Words language={props.language} class={`tl-w tl-b-${first()?.name ?? 'paragraph'}`}>
                    {rendering.thread.text}
                  </Words>
                )}
              </For>
            </Match>
          </Switch>
          <Show when={tag()}>
            {(state) => (
              <p class="tl-m">
                <Tag tone={toneOf[state()]}>{t(`translations.state.${state()}`)}</Tag>
                <Show when={state() === 'stale'}>
                  <span>{t('translations.changed')}</span>
                </Show>
              </p>
            )}
          </Show>
          <Acts {...props} asked={asked()} mayAsk={!judges()} onOriginal={() => setAsked(!asked())} />
        </Show>
      </div>
    </li>
  );
}

/** Shown as a difference only where one rendering stands for one passage: parts would be compared with the whole. */
const staleIn = ({ state, passages, renderings }: Stretch): Rendering | undefined =>
  state === 'stale' && passages.length === 1 && renderings.length === 1 ? renderings[0] : undefined;

/** In that language already: the family's own words, or a block written in it. */
function Own(props: StretchRowProps): JSX.Element {
  const { t } = useMessages();
  return (
    <For each={props.stretch.passages}>
      {(passage) => (
        <>
          <Words language={props.language} class={passage.voice ? 'tl-voice' : 'tl-w'}>
            {passage.voice?.original ?? passage.words}
          </Words>
          <Show when={passage.voice}>
            <p class="tl-m">{t('translations.ownWords')}</p>
          </Show>
        </>
      )}
    </For>
  );
}

function Writing(props: StretchRowProps): JSX.Element {
  const { t } = useMessages();
  const parts = () =>
    props.stretch.state === 'partly'
      ? `${props.stretch.renderings.map(({ thread }) => thread.text.trim()).join(' ')} `
      : undefined;
  /** Before the field itself hears it, which would only end. */
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.stopPropagation();
    event.preventDefault();
    props.work.finishAndGoOn();
  };
  return (
    <fieldset
      class="tl-write"
      aria-label={t('translations.text')}
      on:keydown={{ capture: true, handleEvent: goOn }}
    >
      <TranslationField
        list={props.list}
        annotations={props.annotations}
        language={props.language}
        begunWith={parts()}
        onDone={props.work.finish}
      />
      <div class="tl-acts">
        <Button small kind="primary" onClick={props.work.finish}>
          {t('annotations.done')}
        </Button>
        <Button small kind="quiet" onClick={props.work.finishAndGoOn}>
          {t('translations.doneAndNext')}
        </Button>
      </div>
    </fieldset>
  );
}

function Acts(
  props: StretchRowProps & { asked: boolean; mayAsk: boolean; onOriginal: () => void },
): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const room = useRoom();
  const latest = () => props.stretch.renderings.at(-1);
  const author = () => {
    const id = latest()?.thread.author;
    return peopleOf(room.household()).find((person) => person.id === id)?.name ?? t('annotations.somebody');
  };
  const mayCorrect = () => me().function === 'mediator' || latest()?.thread.author === me().id;
  const writer = () => latest() && props.list.writerOf(latest()?.key ?? '');
  const state = () => props.stretch.state;
  return (
    <div class="tl-acts">
      <Show when={props.list.mayWrite() && state() !== 'own'}>
        <Show when={state() === 'stale' && mayCorrect()}>
          <Button small onClick={() => props.work.confirm(props.stretch)}>
            {t('translations.stillRight')}
          </Button>
        </Show>
        <Switch>
          <Match when={writer()}>
            {(name) => <span class="muted">{t('annotations.writing', { name: name() })}</span>}
          </Match>
          <Match when={state() === 'missing'}>
            <Button small kbd="T" onClick={() => props.work.write(props.stretch)}>
              {t('translations.translate')}
            </Button>
          </Match>
          <Match when={state() === 'partly'}>
            <Button small kbd="T" onClick={() => props.work.write(props.stretch)}>
              {t('translations.translateWhole')}
            </Button>
          </Match>
          <Match when={mayCorrect() && props.stretch.renderings.length === 1}>
            <Button small kind="quiet" onClick={() => props.work.write(props.stretch)}>
              {t('annotations.edit')}
            </Button>
          </Match>
        </Switch>
      </Show>
      <Show when={props.way === 'in' && props.mayAsk && state() !== 'missing'}>
        <Button small kind="quiet" aria-expanded={props.asked} onClick={props.onOriginal}>
          {t('translations.original')}
        </Button>
      </Show>
      <Show when={latest()}>
        {(rendering) => (
          <span class="tl-by">
            <bdi>{author()}</bdi>, <RelativeTime at={rendering().thread.createdAt} />
          </span>
        )}
      </Show>
    </div>
  );
}
