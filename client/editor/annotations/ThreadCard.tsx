/** One annotation in the margin: who, about what kind of thing, the words, the answers, and how it ended. */
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconQuestion from '~icons/lucide/circle-question-mark';
import IconGlobe from '~icons/lucide/globe';
import IconPen from '~icons/lucide/pen-line';
import IconCulture from '~icons/lucide/sprout';
import type { AnnotationKind, Thread } from '../../../shared/documents/annotations.ts';
import { directionOf } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { type Sector, SectorMark } from '../../ui/SectorMark.tsx';
import { Called } from './Called.tsx';
import { Replies } from './Replies.tsx';
import { type SuggestionActs, SuggestionBody } from './SuggestionBody.tsx';
import { WordsField } from './WordsField.tsx';

export type ThreadCardProps = {
  threadKey: string;
  thread: Thread;
  /** Set when its words are gone from the text. */
  orphaned: boolean;
  active: boolean;
  /** Somebody else who is writing it now. */
  writer: string | undefined;
  mayWrite: boolean;
  meId: string;
  people: readonly PersonBrief[];
  nameOf: (personId: string) => string;
  onActive: (active: boolean) => void;
  onReply: (text: string) => void;
  onEditReply: (replyKey: string, text: string) => void;
  /** One's own words, or one of one's own answers. */
  onTakeAway: (replyKey?: string) => void;
  onResolve: () => void;
  onReopen: () => void;
  onEdit: () => void;
  /** Absent where one may not write the plan, or it is no suggestion. */
  suggestion: SuggestionActs | undefined;
  /** The live field, while it is I who write. */
  field: JSX.Element | undefined;
};

export function ThreadCard(props: ThreadCardProps) {
  const { t } = useMessages();
  const colourOf = useCaretColours();
  const [unfolded, setUnfolded] = createSignal(false);
  const folded = () => props.thread.resolved !== undefined && !unfolded() && !props.active;
  const label = () =>
    `${t(`annotations.kind.${props.thread.kind}`)}: ${t('annotations.by', { name: props.nameOf(props.thread.author) })}`;
  return (
    <Show when={!folded()} fallback={<FoldedCard {...props} onUnfold={() => setUnfolded(true)} />}>
      <article
        class={`note p${colourOf(props.thread.author)}`}
        classList={{ 'note-live': props.writer !== undefined }}
        data-on={props.active ? '' : undefined}
        data-card={props.threadKey}
        tabindex={-1}
        aria-label={label()}
        onPointerEnter={() => props.onActive(true)}
        onPointerLeave={() => props.onActive(false)}
        onFocusIn={() => props.onActive(true)}
      >
        <CardHead {...props} />
        <Show when={props.orphaned && props.thread.kind !== 'suggestion'}>
          <blockquote class="note-quote" dir="auto">
            {props.thread.quote}
          </blockquote>
        </Show>
        <Words {...props} />
        <Show when={props.thread.resolved && props.thread.kind !== 'suggestion' && props.thread.resolved}>
          {(resolved) => (
            <p class="note-outcome">
              {t('threads.resolvedBy', { name: props.nameOf(resolved().by) })}
              {t('ui.comma')} <RelativeTime at={resolved().at} />
            </p>
          )}
        </Show>
        <Replies {...props} />
        <CardFoot {...props} onFold={() => setUnfolded(false)} />
      </article>
    </Show>
  );
}

function Words(props: ThreadCardProps) {
  const { t } = useMessages();
  return (
    <Switch
      fallback={
        <p lang={props.thread.language} dir={directionOf(props.thread.language)}>
          <Called text={props.thread.text} mentions={props.thread.mentions} people={props.people} />
        </p>
      }
    >
      <Match when={props.field !== undefined}>{props.field}</Match>
      <Match when={props.thread.takenAway}>
        <p class="note-away">{t('threads.takenAway')}</p>
      </Match>
      <Match when={props.thread.kind === 'suggestion'}>
        <SuggestionBody
          thread={props.thread}
          nameOf={props.nameOf}
          people={props.people}
          acts={props.suggestion}
        />
      </Match>
    </Switch>
  );
}

export function KindMark(props: { kind: AnnotationKind; author: PersonBrief | undefined }) {
  return (
    <Switch
      fallback={<SectorMark sector={(props.author && sectorOf[props.author.function]) ?? 'third_sector'} />}
    >
      <Match when={props.kind === 'translation'}>
        <IconGlobe class="i i-s" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'cultural_note'}>
        <IconCulture class="i i-s" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'question'}>
        <IconQuestion class="i i-s" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'suggestion'}>
        <IconPen class="i i-s" aria-hidden="true" />
      </Match>
    </Switch>
  );
}

function CardHead(props: ThreadCardProps) {
  const { t } = useMessages();
  const author = () => props.people.find(({ id }) => id === props.thread.author);
  const language = () => t(`functions.language.${props.thread.language}`);
  const title = () =>
    props.thread.kind === 'comment'
      ? undefined
      : t(`annotations.kind.${props.thread.kind}.title`, { language: language() });
  return (
    <header class="note-h">
      <KindMark kind={props.thread.kind} author={author()} />
      <b dir="auto">{title() ?? props.nameOf(props.thread.author)}</b>
      <span class="note-t">
        <Show when={!props.writer} fallback={t('annotations.writing', { name: props.writer ?? '' })}>
          <Show when={title()}>
            <bdi>{props.nameOf(props.thread.author)}</bdi>
            {t('ui.comma')}{' '}
          </Show>
          <RelativeTime at={props.thread.createdAt} />
          <Show when={props.thread.editedAt && !props.thread.takenAway}> · {t('threads.edited')}</Show>
        </Show>
      </span>
    </header>
  );
}

const sectorOf: Partial<Record<PersonBrief['function'], Sector>> = {
  social: 'social',
  health: 'health',
  education: 'education',
  protection: 'protection',
  family: 'family',
  desk: 'desk',
  call_centre: 'call_centre',
};

function CardFoot(props: ThreadCardProps & { onFold: () => void }) {
  const { t } = useMessages();
  const [replying, setReplying] = createSignal(false);
  const mine = () => props.thread.author === props.meId && !props.thread.takenAway;
  const reply = () => (
    <WordsField
      label={t('annotations.reply')}
      placeholder={t('annotations.replyHint')}
      people={props.people}
      send={t('annotations.reply')}
      onSend={(text) => {
        props.onReply(text);
        setReplying(false);
      }}
      onCancel={() => setReplying(false)}
    />
  );
  return (
    <Show when={props.mayWrite && props.field === undefined}>
      <Show when={!replying()} fallback={reply()}>
        <footer class="note-f">
          <button type="button" onClick={() => setReplying(true)}>
            {t('annotations.reply')}
          </button>
          <Show
            when={!props.thread.resolved}
            fallback={
              <>
                <Show when={props.thread.kind !== 'suggestion'}>
                  <button type="button" onClick={() => props.onReopen()}>
                    {t('annotations.reopen')}
                  </button>
                </Show>
                <button type="button" onClick={() => props.onFold()}>
                  {t('annotations.fold')}
                </button>
              </>
            }
          >
            <Show when={props.thread.kind !== 'suggestion'}>
              <button type="button" onClick={() => props.onResolve()}>
                {t('annotations.resolve')}
              </button>
            </Show>
            <Show when={mine()}>
              <Show when={props.thread.kind !== 'suggestion'}>
                <button type="button" onClick={() => props.onEdit()}>
                  {t('annotations.edit')}
                </button>
              </Show>
              <button type="button" onClick={() => props.onTakeAway()}>
                {t('threads.takeAway')}
              </button>
            </Show>
          </Show>
        </footer>
      </Show>
    </Show>
  );
}

function FoldedCard(props: ThreadCardProps & { onUnfold: () => void }) {
  const { t } = useMessages();
  const words = () =>
    t('annotations.resolvedBy', {
      name: props.thread.resolved ? props.nameOf(props.thread.resolved.by) : '',
      count: props.thread.replies.filter(({ accepts }) => !accepts).length + 1,
    });
  return (
    <button
      type="button"
      class="note note-folded"
      aria-expanded="false"
      data-card={props.threadKey}
      onPointerEnter={() => props.onActive(false)}
      onClick={() => props.onUnfold()}
    >
      <IconCheck class="i i-s" aria-hidden="true" />
      <span>{words()}</span>
    </button>
  );
}
