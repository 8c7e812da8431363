/** Every annotation of the plan in one list: open, resolved, and those whose words are gone. */
import './panel.css';
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js';
import { AnnotationKind } from '../../../shared/documents/annotations.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import {
  countsOf,
  type Facet,
  type Filter,
  filtered,
  keptFilter,
  type Listed,
  threadStates,
  toggled,
  wholeList,
} from './annotation-filter.ts';
import { FoundRow } from './FoundRow.tsx';

export type AnnotationPanelProps = {
  open: boolean;
  onClose: () => void;
  documentId: string;
  /** Reactive. */
  all: readonly Listed[];
  people: readonly PersonBrief[];
  nameOf: (personId: string) => string;
  /** To its words in the text, or to its card where they are gone. */
  onGo: (key: string) => void;
};

export default function AnnotationPanel(props: AnnotationPanelProps) {
  const { t } = useMessages();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('threads.all')} shape="drawer">
      <Found {...props} />
    </Dialog>
  );
}

function Found(props: AnnotationPanelProps) {
  const { t } = useMessages();
  const announce = useAnnounce();
  const [filter, setFilter] = keptFilter(props.documentId);
  const shown = createMemo(() => filtered(props.all, filter()));
  const isNarrowed = () => JSON.stringify({ ...filter(), order: 'place' }) !== JSON.stringify(wholeList);
  const count = () => t('threads.shown', { count: shown().length, all: props.all.length });
  createEffect(() => announce(count()));
  return (
    <div class="find">
      <input
        class="in"
        type="search"
        aria-label={t('threads.search')}
        placeholder={t('threads.search')}
        value={filter().words}
        onInput={(event) => setFilter({ ...filter(), words: event.currentTarget.value })}
      />
      <Facets all={props.all} filter={filter()} nameOf={props.nameOf} onFilter={setFilter} />
      <div class="find-head">
        <span>{count()}</span>
        <Show when={isNarrowed()}>
          <Button small kind="quiet" onClick={() => setFilter({ ...wholeList, order: filter().order })}>
            {t('threads.showAll')}
          </Button>
        </Show>
        <select
          aria-label={t('threads.order')}
          onChange={(event) =>
            setFilter({ ...filter(), order: event.currentTarget.value === 'time' ? 'time' : 'place' })
          }
        >
          <option value="place" selected={filter().order === 'place'}>
            {t('threads.byPlace')}
          </option>
          <option value="time" selected={filter().order === 'time'}>
            {t('threads.byTime')}
          </option>
        </select>
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <p class="find-none">{t(props.all.length > 0 ? 'threads.noneFound' : 'threads.noneYet')}</p>
        }
      >
        <Rows {...props} shown={shown()} />
      </Show>
    </div>
  );
}

function Facets(props: {
  all: readonly Listed[];
  filter: Filter;
  nameOf: (personId: string) => string;
  onFilter: (filter: Filter) => void;
}) {
  const { t } = useMessages();
  const authors = createMemo(() =>
    [
      ...new Set(
        props.all.flatMap(({ thread }) => [thread.author, ...thread.replies.map(({ author }) => author)]),
      ),
    ].sort((a, b) => props.nameOf(a).localeCompare(props.nameOf(b))),
  );
  const rows = createMemo(() => [
    {
      facet: 'states' as const,
      values: threadStates,
      word: (value: string) => t(`threads.state.${stateOf(value)}`),
    },
    {
      facet: 'kinds' as const,
      values: AnnotationKind.options,
      word: (value: string) => t(`annotations.kind.${AnnotationKind.parse(value)}`),
    },
    {
      facet: 'languages' as const,
      values: ContentLanguage.options,
      word: (value: string) => t(`functions.language.${ContentLanguage.parse(value)}`),
    },
    { facet: 'people' as const, values: authors(), word: props.nameOf },
  ]);
  return (
    <For each={rows()}>
      {({ facet, values, word }) => (
        <OneFacet
          facet={facet}
          values={values}
          word={word}
          all={props.all}
          filter={props.filter}
          onFilter={props.onFilter}
        />
      )}
    </For>
  );
}

const stateOf = (value: string) => threadStates.find((state) => state === value) ?? 'open';

/** Values that nothing has are not offered, unless they are chosen. */
function OneFacet(props: {
  facet: Facet;
  values: readonly string[];
  word: (value: string) => string;
  all: readonly Listed[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { t } = useMessages();
  const counts = createMemo(() => countsOf(props.all, props.filter, props.facet));
  const chosen = (value: string): boolean => {
    const wanted: readonly string[] = props.filter[props.facet];
    return wanted.includes(value);
  };
  const offered = () => props.values.filter((value) => counts().has(value) || chosen(value));
  return (
    <Show when={offered().length > 1 || offered().some(chosen)}>
      <fieldset class="find-facet">
        <legend>{t(`threads.facet.${props.facet}`)}</legend>
        <For each={offered()}>
          {(value) => (
            <label>
              <input
                type="checkbox"
                checked={chosen(value)}
                onChange={() => props.onFilter(toggled(props.filter, props.facet, value))}
              />
              <span>
                <span dir="auto">{props.word(value)}</span> <b>{counts().get(value) ?? 0}</b>
              </span>
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

function Rows(props: AnnotationPanelProps & { shown: readonly Listed[] }) {
  const { t } = useMessages();
  const [at, setAt] = createSignal(0);
  const rows: HTMLButtonElement[] = [];
  const stand = (index: number) => {
    const next = Math.max(0, Math.min(index, props.shown.length - 1));
    setAt(next);
    rows[next]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: at() + 1,
      ArrowUp: at() - 1,
      Home: 0,
      End: props.shown.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    stand(next);
  };
  return (
    <ol class="find-rows" aria-label={t('threads.all')} onKeyDown={onKey}>
      <For each={props.shown}>
        {(listed, index) => (
          <li>
            <button
              type="button"
              class="find-row"
              ref={(row) => {
                rows[index()] = row;
              }}
              tabindex={index() === Math.min(at(), props.shown.length - 1) ? 0 : -1}
              onFocus={() => setAt(index())}
              onClick={() => props.onGo(listed.key)}
            >
              <FoundRow people={props.people} nameOf={props.nameOf} listed={listed} />
            </button>
          </li>
        )}
      </For>
    </ol>
  );
}
