/**
 * The margin of a text: annotations beside their words, a drawer on small screens, and apart the ones whose words are
 * gone. Looking at a card lights its words, and the other way round.
 */
import './annotations.css';
import '../../ui/Field.css';
import type { Editor } from '@tiptap/core';
import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  onCleanup,
  Show,
} from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import type { Found } from '../anchors.ts';
import type { AnnotationList } from './annotation-list.ts';
import { Composer } from './Composer.tsx';
import { createDeciding } from './deciding.ts';
import { createGoThrough, inReadingOrder } from './go-through.ts';
import { foundThreads, marksOf } from './highlights.ts';
import { ListedCard } from './ListedCard.tsx';
import { createMarginLayout } from './margin-places.ts';
import { asComment, cardId } from './marks.ts';
import { createNarrow } from './narrow.ts';
import { tellMarks } from './told-marks.ts';

export type PlanAnnotationsProps = {
  editor: Editor;
  shared: SharedDocument;
  list: AnnotationList;
  people: readonly PersonBrief[];
  meId: string;
  /** Whether one may write the plan's own text. */
  mayDecide: boolean;
  /** The thread whose words were pressed in the text. */
  active: string | undefined;
  onActive: (key: string | undefined) => void;
  /** A thread to go to, each time another one is asked for: from a letter, or from the list of all. */
  wanted: { readonly key: string } | undefined;
};

const noPlace: Found = { by: 'nothing' };

/** The annotation not yet begun stands in the margin like the others. */
const newCard = 'new';

export function PlanAnnotations(props: PlanAnnotationsProps) {
  const { t } = useMessages();
  const announce = useAnnounce();
  const narrow = createNarrow();
  const version = createMarks(props, narrow);
  const [showResolved, setShowResolved] = createSignal(false);
  const threads = () => props.list.threads();
  const placeOf = (key: string) => foundThreads(props.editor.state).get(key) ?? noPlace;
  const visible = createMemo(
    () => {
      version();
      const keys = [...threads()].filter(
        ([key, thread]) => !thread.resolved || showResolved() || key === props.active,
      );
      return keys.map(([key]) => key);
    },
    undefined,
    { equals: sameList },
  );
  const openKeys = () => [...threads()].flatMap(([key, { resolved }]) => (resolved ? [] : [key]));
  const resolvedCount = () => threads().size - openKeys().length;
  const ofVisible = (read: () => string[]) =>
    createMemo(
      () => {
        version();
        return read();
      },
      undefined,
      { equals: sameList },
    );
  const keysHere = ofVisible(() => inReadingOrder(props.editor, visible()));
  const keysGone = ofVisible(() => visible().filter((key) => placeOf(key).by === 'nothing'));
  const deciding = createDeciding(
    props.editor,
    props.list,
    () => props.mayDecide,
    () => announce(t('threads.otherWasFirst')),
  );
  const going = createGoThrough(
    props.editor,
    openKeys,
    () => props.active,
    (key) => props.onActive(key),
  );
  whenChanged(
    () => props.wanted && threads().has(props.wanted.key) && version() > 0 && props.wanted,
    (wanted) => {
      if (wanted && !going.goTo(wanted.key)) going.toCard(wanted.key);
    },
  );
  const layout = createMarginLayout(
    props.editor,
    () => (props.list.draft() ? [...keysHere(), newCard] : keysHere()),
    (key) => (key === newCard ? { by: 'position', ...selectionOf(props.editor) } : placeOf(key)),
    () => (props.list.draft() ? newCard : props.active),
  );
  const Card = (card: { threadKey: string }) => (
    <Show when={threads().get(card.threadKey)}>
      {(thread) => (
        <ListedCard
          threadKey={card.threadKey}
          thread={thread()}
          shared={props.shared}
          list={props.list}
          people={props.people}
          meId={props.meId}
          active={props.active}
          onActive={props.onActive}
          orphaned={keysGone().includes(card.threadKey)}
          suggestion={deciding.actsFor(card.threadKey)}
        />
      )}
    </Show>
  );
  const composer = () => (
    <Show when={props.list.draft()}>{(draft) => <Composer draft={draft()} list={props.list} />}</Show>
  );

  return (
    <Show
      when={!narrow()}
      fallback={
        <Drawer {...props}>
          {composer()}
          <Show when={!props.list.draft() && (props.list.writing() ?? props.active)} keyed>
            {(key) => (
              <div id={cardId(key)}>
                <Card threadKey={key} />
              </div>
            )}
          </Show>
        </Drawer>
      }
    >
      <aside class="margin" aria-label={t('annotations.margin')} ref={layout.setMargin}>
        <Show when={props.list.draft()}>
          <div
            class="margin-card margin-new"
            ref={(card) => layout.watch(newCard, card)}
            style={{ 'inset-block-start': `${layout.topOf(newCard)}px` }}
          >
            {composer()}
          </div>
        </Show>
        <For each={keysHere()}>
          {(key) => (
            <div
              class="margin-card"
              id={cardId(key)}
              ref={(card) => {
                asComment(card);
                layout.watch(key, card);
              }}
              style={{ 'inset-block-start': `${layout.topOf(key)}px` }}
            >
              {/* Its field takes over from the first letter's within the same task: places are measured a frame later. */}
              <Show when={key === props.list.writing() || layout.isNear(key)}>
                <Card threadKey={key} />
              </Show>
            </div>
          )}
        </For>
        <div class="margin-end" style={{ 'inset-block-start': `${layout.end()}px` }}>
          <Show when={keysGone().length > 0}>
            <h3>{t('annotations.orphaned')}</h3>
            <For each={keysGone()}>
              {(key) => (
                <div id={cardId(key)} ref={asComment}>
                  <Card threadKey={key} />
                </div>
              )}
            </For>
          </Show>
          <Show when={resolvedCount() > 0}>
            <Button
              small
              kind="quiet"
              aria-pressed={showResolved()}
              onClick={() => setShowResolved(!showResolved())}
            >
              {showResolved()
                ? t('annotations.hideResolved')
                : t('annotations.showResolved', { count: resolvedCount() })}
            </Button>
          </Show>
        </div>
      </aside>
    </Show>
  );
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

const selectionOf = (editor: Editor) => ({
  from: editor.state.selection.from,
  to: editor.state.selection.to,
});

/** Keeps the marks in the text true to the threads. Answers how often one came, went, was lost or found. */
function createMarks(props: PlanAnnotationsProps, narrow: Accessor<boolean>): Accessor<number> {
  const { t } = useMessages();
  const nameOf = (id: string) =>
    props.people.find((person) => person.id === id)?.name ?? t('annotations.somebody');
  const [version, setVersion] = createSignal(0);
  const read = () => setVersion(marksOf(props.editor.state)?.version ?? 0);
  props.editor.on('transaction', read);
  onCleanup(() => props.editor.off('transaction', read));
  const tell = tellMarks(props.editor, ({ kind, author }) =>
    t('threads.markedBy', { kind: t(`annotations.kind.${kind}`), name: nameOf(author) }),
  );
  createEffect(() => tell(props.list.threads(), props.active, narrow()));
  return version;
}

/** Small screens: pressing a mark, or annotating, opens it. */
function Drawer(props: PlanAnnotationsProps & { children: JSX.Element }) {
  const { t } = useMessages();
  const open = () =>
    props.active !== undefined || props.list.draft() !== undefined || props.list.writing() !== undefined;
  const close = () => {
    props.list.setDraft(undefined);
    props.onActive(undefined);
  };
  return (
    <Dialog open={open()} onClose={close} title={t('annotations.margin')} shape="drawer">
      <div class="note-stack">{props.children}</div>
    </Dialog>
  );
}
