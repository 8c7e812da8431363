/** The past of a text, in a window of its own above the page: moments, what changed, and bringing words back. */
import './history.css';
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { Answered } from '../../api/Answered.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { countChanges, type LineChange } from '../../editor/history/compare.ts';
import type { Chosen } from '../../editor/history/restore.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState, ErrorNote, Loading } from '../../ui/notes.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { CompareWith } from './CompareWith.tsx';
import { createHistory, type History } from './history.ts';
import { MomentSlider } from './MomentSlider.tsx';
import { momentWords, versionName } from './moment-words.ts';
import { NameMoment } from './NameMoment.tsx';
import { RestoreAsk } from './RestoreAsk.tsx';
import { blocksOf, lineOf, sectionOf } from './restoring.ts';
import { TextChanges } from './TextChanges.tsx';

export default function HistoryWindow(props: {
  shared: SharedDocument;
  title: string;
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  return (
    <Dialog open onClose={props.onClose} title={t('versions.title', { document: props.title })} shape="full">
      <Opened shared={props.shared} />
    </Dialog>
  );
}

function Opened(props: { shared: SharedDocument }): JSX.Element {
  const history = createHistory(props.shared);
  return (
    <Answered read={history.read} lines={8}>
      {(past) => (
        <Show
          when={past().sittings.length > 0 || past().versions.length > 0}
          fallback={<Nothing history={history} />}
        >
          <Past history={history} />
        </Show>
      )}
    </Answered>
  );
}

function Nothing(props: { history: History }): JSX.Element {
  const { t } = useMessages();
  return (
    <EmptyState size="part" title={t('versions.empty')}>
      {t('versions.emptyNext')} <Begins history={props.history} />
    </EmptyState>
  );
}

/** Where it begins, said honestly. */
function Begins(props: { history: History }): JSX.Element {
  const { t, formats } = useMessages();
  return (
    <Show when={!props.history.older() && props.history.begins()}>
      {(begins) => t(`versions.begins.${begins().why}`, { date: formats().date(begins().at, 'long') })}
    </Show>
  );
}

/** What is about to be brought back; `changes` are from the shown moment to now. */
type Wanted = { readonly chosen: Chosen; readonly changes: readonly LineChange[] };

function Past(props: { history: History }): JSX.Element {
  const words = useMessages();
  const { t } = words;
  const { history } = props;
  const [onlyChanges, setOnlyChanges] = createSignal(false);
  const [naming, setNaming] = createSignal(false);
  const [wanted, setWanted] = createSignal<Wanted>();
  const writes = () => history.shared.access() === 'write';
  const isPast = () => history.shown().kind !== 'now';
  const withNow = () => isPast() && history.other()?.kind === 'now';
  const beside = (): readonly [string, string] | undefined => {
    const other = history.other();
    const isWide = window.matchMedia('(min-width: 60rem)').matches;
    if (!other || !isWide || history.against().kind === 'before') return undefined;
    const [one, two] = [momentWords(other, history, words), momentWords(history.shown(), history, words)];
    return other.kind === 'now' ? [two, one] : [one, two];
  };
  const place = createMemo(() => {
    const sitting = history.sitting();
    if (sitting) return history.sittings().indexOf(sitting);
    return history.shown().kind === 'now' ? history.sittings().length : 0;
  });
  const goTo = (at: number) => {
    const sitting = history.sittings()[at];
    history.show(sitting ? { kind: 'row', seq: sitting.to } : { kind: 'now' });
  };
  let text: HTMLDivElement | undefined;
  whenChanged(history.turned, () => text && showFirstChange(text), { defer: true });
  /** What was asked stood in the text: the keyboard goes on there. */
  const back = (close: () => void) => {
    close();
    text?.focus({ preventScroll: true });
  };
  const act = (change: LineChange) => (
    <Show when={withNow() && writes()}>
      <BlockActs change={change} changes={history.changes() ?? []} onWanted={setWanted} />
    </Show>
  );
  return (
    <div class="hw">
      <MomentSlider
        sittings={history.sittings()}
        place={place()}
        onPlace={goTo}
        older={history.older()}
        onOlder={() => void history.readOlder()}
      />
      <div class="hw-a">
        <p class="hw-now" aria-live="polite">
          <strong>{momentWords(history.shown(), history, words)}</strong>
          <Authors history={history} />
          <Counts changes={history.changes()} />
        </p>
        <span class="hw-acts">
          <CompareWith history={history} />
          <label class="hw-only">
            <input
              type="checkbox"
              checked={onlyChanges()}
              onChange={(event) => setOnlyChanges(event.currentTarget.checked)}
            />{' '}
            {t('versions.onlyChanges')}
          </label>
          <Show when={writes() && isPast() && history.shown().kind === 'row'}>
            <Button small onClick={() => setNaming(true)}>
              {t('versions.name')}
            </Button>
          </Show>
          <Show when={writes() && isPast()}>
            <Button small onClick={() => setWanted({ chosen: 'all', changes: [] })}>
              {t('versions.restore')}
            </Button>
          </Show>
        </span>
      </div>
      <Versions history={history} />
      <div class="hw-text" tabindex="0" ref={text}>
        <Show when={naming()}>
          <NameMoment history={history} onClose={() => back(() => setNaming(false))} />
        </Show>
        <Show when={wanted()} keyed>
          {(what) => (
            <RestoreAsk
              history={history}
              moment={history.shown()}
              chosen={what.chosen}
              changes={what.changes}
              onClose={() => back(() => setWanted(undefined))}
            />
          )}
        </Show>
        <Switch>
          <Match when={history.refusal()}>
            {(refusal) => (
              <ErrorNote
                code={refusal().code}
                retryAfterSeconds={refusal().retryAfterSeconds}
                onRetry={history.retry}
              />
            )}
          </Match>
          <Match when={!history.changes()}>
            <Loading lines={8} />
          </Match>
          <Match when={history.changes()}>
            {(changes) => (
              <>
                <Show when={onlyChanges() && changes().every(({ kind }) => kind === 'same')}>
                  <p class="soft">{t('versions.unchanged')}</p>
                </Show>
                <TextChanges changes={changes()} beside={beside()} onlyChanges={onlyChanges()} act={act} />
              </>
            )}
          </Match>
        </Switch>
        <p class="hw-begins">
          <Begins history={history} />
        </p>
      </div>
    </div>
  );
}

/** Thirty pages of which one line changed: that line is in sight. One that is already there stays where it is. */
function showFirstChange(text: HTMLElement): void {
  const first = text.querySelector('.hc-row:not([data-change="same"])');
  if (!first) return;
  const [row, sight] = [first.getBoundingClientRect(), text.getBoundingClientRect()];
  const [top, bottom] = [Math.max(sight.top, 0), Math.min(sight.bottom, window.innerHeight)];
  if (row.top < top || row.bottom > bottom) first.scrollIntoView({ block: 'center' });
}

/** Who wrote in the shown sitting, each with the colour of their caret. */
function Authors(props: { history: History }): JSX.Element {
  const { t } = useMessages();
  const colourOf = useCaretColours();
  const people = (): PersonBrief[] => {
    const by = props.history.sitting()?.by ?? [];
    return props.history.people().filter(({ id }) => by.includes(id));
  };
  return (
    <Show when={props.history.sitting()}>
      <span class="hw-who">
        <Show when={people().length > 0} fallback={t('versions.byServer')}>
          <For each={people()}>
            {({ id, name }) => (
              <span class="hw-person">
                <i class={`p${colourOf(id)}`} aria-hidden="true" />
                <bdi>{name}</bdi>
              </span>
            )}
          </For>
        </Show>
      </span>
    </Show>
  );
}

function Counts(props: { changes: readonly LineChange[] | undefined }): JSX.Element {
  const { t, formats } = useMessages();
  const told = () => {
    const counts = countChanges(props.changes ?? []);
    const parts = (['changed', 'added', 'removed', 'moved'] as const).flatMap((kind) =>
      counts[kind] > 0 ? [t(`versions.count.${kind}`, { n: counts[kind] })] : [],
    );
    return parts.length > 0 ? formats().list(parts) : '';
  };
  return <span class="soft">{told()}</span>;
}

function Versions(props: { history: History }): JSX.Element {
  const words = useMessages();
  const { t, formats } = words;
  const isShown = (id: string) => {
    const shown = props.history.shown();
    return shown.kind === 'version' && shown.id === id;
  };
  return (
    <Show when={props.history.versions().length > 0}>
      <section class="hw-versions" aria-label={t('versions.versions')}>
        <For each={props.history.versions()}>
          {(version) => (
            <Button
              small
              kind="quiet"
              aria-pressed={isShown(version.id)}
              onClick={() => props.history.show({ kind: 'version', id: version.id })}
            >
              <bdi>{versionName(version, words)}</bdi> · {formats().date(version.at)}
            </Button>
          )}
        </For>
      </section>
    </Show>
  );
}

/** Beside a block that differs from now. */
function BlockActs(props: {
  change: LineChange;
  changes: readonly LineChange[];
  onWanted: (wanted: Wanted) => void;
}): JSX.Element {
  const { t } = useMessages();
  const want = (changes: readonly LineChange[]) => props.onWanted({ chosen: blocksOf(changes), changes });
  const line = () => lineOf(props.change);
  const section = () => sectionOf(props.changes, props.change);
  const opensSection = () =>
    line().kind === 'heading' && section().filter(({ kind }) => kind !== 'same').length > 1;
  return (
    <>
      <Show when={opensSection()}>
        <Button small kind="quiet" onClick={() => want(section())}>
          {t('versions.restoreSection')}
        </Button>
      </Show>
      <Show when={props.change.kind !== 'same' && !opensSection()}>
        <Button
          small
          kind="quiet"
          aria-label={`${t(props.change.kind === 'added' ? 'versions.takeOut' : 'versions.restoreBlock')}: ${line().text.slice(0, 60)}`}
          onClick={() => want([props.change])}
        >
          {t(props.change.kind === 'added' ? 'versions.takeOut' : 'versions.restoreBlock')}
        </Button>
      </Show>
    </>
  );
}
