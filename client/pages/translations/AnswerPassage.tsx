/**
 * A question about a passage, as a mediator answers it from a phone: the words among their neighbours, what was asked,
 * and, within reach of the thumb, one field for the translation of those words or for an answer (A6). Both are written
 * beside the plan; what is written without a network waits on this page and is sent when there is one.
 */
import '../pages.css';
import './translations.css';
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { Thread } from '../../../shared/documents/annotations.ts';
import { type Hung, type Passage, readPassages } from '../../../shared/documents/passages.ts';
import { directionOf } from '../../../shared/languages.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { createAnnotationList } from '../../editor/annotations/annotation-list.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { EmptyState, Loading } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { createOpened, useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { AnswerBar } from './AnswerBar.tsx';
import { createReading } from './in-language.ts';
import { planLanguage, Words } from './Words.tsx';

export default function AnswerPassage(props: { thread: string | undefined }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const annotations = createOpened(room.household, 'annotations');
  const both = createMemo(() => {
    const [plan, notes] = [room.plan(), annotations()];
    return plan?.ready() && notes?.ready() ? { plan, notes } : undefined;
  });
  return (
    <Page>
      <div class="ask">
        <Show when={both()} keyed fallback={<Loading lines={8} />}>
          {({ plan, notes }) => <Asked thread={props.thread ?? ''} plan={plan} annotations={notes} />}
        </Show>
        <p class="sr" role="status">
          {both() ? t('translations.answer.title') : ''}
        </p>
      </div>
    </Page>
  );
}

type AskedProps = { thread: string; plan: SharedDocument; annotations: SharedDocument };

/** Passages shown before and after, at first and with each press of "more". */
const around = 1;
const more = 4;

/** A letter by others moves a place: soon enough for reading. In milliseconds. */
const gatherMs = 300;

function Asked(props: AskedProps): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const list = createAnnotationList(
    props.annotations,
    { id: me().id, name: me().name },
    () => planLanguage,
    () => peopleOf(room.household()),
  );
  onCleanup(() => list.endWriting());
  const thread = () => list.threads().get(props.thread);
  const place = createReading(props.plan.doc, props.annotations.doc, gatherMs, () => {
    const passages = readPassages(props.plan.doc);
    const asked = list.threads().get(props.thread);
    return { list: passages.list, hung: asked ? passages.find(asked) : null };
  });
  const [reach, setReach] = createSignal(around);
  const shown = () => {
    const { list: all, hung } = place();
    if (!hung) return [];
    const first = all.findIndex(({ end }) => end > hung.from);
    const last = all.findLastIndex(({ start }) => start < hung.to);
    return all.slice(Math.max(0, first - reach()), last + 1 + reach());
  };
  return (
    <Show
      when={thread()}
      fallback={
        <EmptyState title={t('translations.answer.gone')}>{t('translations.answer.goneNext')}</EmptyState>
      }
    >
      {(asked) => (
        <>
          <div>
            <PageHeading>{t('translations.answer.title')}</PageHeading>
            <p class="soft">
              <A href={`${room.base}/plan`} dir="auto">
                {room.household().name}
              </A>
            </p>
            <div class="ask-c">
              <Show
                when={place().hung}
                fallback={
                  <>
                    <p class="late">{t('annotations.orphaned')}</p>
                    <Words language={planLanguage}>{asked().quote}</Words>
                  </>
                }
              >
                {(hung) => (
                  <For each={shown()}>{(passage) => <InContext passage={passage} hung={hung()} />}</For>
                )}
              </Show>
              <Show when={place().hung && shown().length < place().list.length}>
                <Button small kind="quiet" class="ask-more" onClick={() => setReach(reach() + more)}>
                  {t('translations.answer.more')}
                </Button>
              </Show>
              <Said thread={asked()} />
            </div>
          </div>
          <Show when={list.mayWrite()}>
            <AnswerBar
              list={list}
              annotations={props.annotations}
              threadKey={props.thread}
              thread={asked()}
              words={place().hung?.words ?? asked().quote}
            />
          </Show>
        </>
      )}
    </Show>
  );
}

/** The words asked about are marked where they stand. */
function InContext(props: { passage: Passage; hung: Hung }): JSX.Element {
  const from = () => Math.max(props.hung.from, props.passage.start) - props.passage.start;
  const to = () => Math.min(props.hung.to, props.passage.end) - props.passage.start;
  const here = () => to() > from();
  const { words } = props.passage;
  return (
    <Words
      language={props.passage.language ?? planLanguage}
      class={`tl-b-${props.passage.name}${here() ? '' : ' muted'}`}
    >
      <Show when={here()} fallback={words}>
        {words.slice(0, from())}
        <mark>{words.slice(from(), to())}</mark>
        {words.slice(to())}
      </Show>
    </Words>
  );
}

/** The question and what was answered. */
function Said(props: { thread: Thread }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const nameOf = (id: string) =>
    peopleOf(room.household()).find((person) => person.id === id)?.name ?? t('annotations.somebody');
  const said = () => [props.thread, ...props.thread.replies].filter(({ text }) => text.trim());
  return (
    <section class="ask-q" aria-label={t('annotations.kind.question')}>
      <ul>
        <For each={said()}>
          {(one) => (
            <li>
              <small>
                <bdi>{nameOf(one.author)}</bdi>, <RelativeTime at={one.createdAt} />
              </small>
              <p class="script" lang={one.language} dir={directionOf(one.language)}>
                {one.text}
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
