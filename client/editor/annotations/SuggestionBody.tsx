/** A suggestion on its card: what goes and what comes, and how whoever may write the plan decides. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { outcomeOf, type Thread } from '../../../shared/documents/annotations.ts';
import { directionOf } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import type { Standing } from './suggestions.ts';
import { WordsField } from './WordsField.tsx';
import { wordDiff } from './word-diff.ts';

/** What the page does with a suggestion; absent where one may not write the plan. */
export type SuggestionActs = {
  /** How the plan's words stand to it now. Reactive. */
  readonly standing: () => Standing;
  accept(): void;
  refuse(why: string): void;
  /** Its words stand twice, because two accepted it at once. Reactive. */
  readonly isDoubled: () => boolean;
  takeDoubleOut(): void;
};

type Props = {
  thread: Thread;
  nameOf: (personId: string) => string;
  people: readonly PersonBrief[];
  acts: SuggestionActs | undefined;
};

export function SuggestionBody(props: Props) {
  const outcome = () => outcomeOf(props.thread);
  return (
    <>
      <Change thread={props.thread} />
      <Show when={props.thread.text}>
        <p lang={props.thread.language} dir={directionOf(props.thread.language)}>
          {props.thread.text}
        </p>
      </Show>
      <Show when={outcome()} fallback={<Decide {...props} />}>
        {(outcome) => <Decided {...props} outcome={outcome()} />}
      </Show>
    </>
  );
}

/** Read aloud as two sentences; seen as one text with what goes struck and what comes underlined. */
export function Change(props: { thread: Pick<Thread, 'quote' | 'replacement'> }) {
  const { t } = useMessages();
  return (
    <>
      <span class="sr">
        {t(props.thread.replacement ? 'threads.fromTo' : 'threads.toNothing', {
          from: props.thread.quote,
          to: props.thread.replacement ?? '',
        })}
      </span>
      <span class="sugg" dir="auto" aria-hidden="true">
        <For each={wordDiff(props.thread.quote, props.thread.replacement ?? '')}>
          {({ kind, text }) => (
            <Switch fallback={<span>{text}</span>}>
              <Match when={kind === 'gone'}>
                <del class="sugg-gone">{text}</del>
              </Match>
              <Match when={kind === 'new'}>
                <ins class="sugg-new">{text}</ins>
              </Match>
            </Switch>
          )}
        </For>
      </span>
    </>
  );
}

function Decided(props: Props & { outcome: NonNullable<ReturnType<typeof outcomeOf>> }) {
  const { t } = useMessages();
  return (
    <>
      <p class="note-outcome" data-outcome={props.outcome.outcome}>
        {t(`threads.${props.outcome.outcome}By`, { name: props.nameOf(props.outcome.by) })}
        {t('ui.comma')} <RelativeTime at={props.outcome.at} />
      </p>
      <Show when={props.acts?.isDoubled() && props.acts}>
        {(acts) => (
          <div class="note-warn" role="status">
            <p>{t('threads.doubled')}</p>
            <button type="button" onClick={() => acts().takeDoubleOut()}>
              {t('threads.takeDoubleOut')}
            </button>
          </div>
        )}
      </Show>
    </>
  );
}

function Decide(props: Props) {
  const { t } = useMessages();
  const [refusing, setRefusing] = createSignal(false);
  const now = () => {
    const standing = props.acts?.standing();
    return standing?.state === 'changed' ? standing.now : undefined;
  };
  const state = () => props.acts?.standing().state;
  return (
    <Show when={props.acts} fallback={<p class="note-wait">{t('threads.waits')}</p>}>
      {(acts) => (
        <Show
          when={!refusing()}
          fallback={
            <WordsField
              label={t('threads.refuseWhy')}
              placeholder={t('threads.refuseHint')}
              people={props.people}
              mayBeEmpty
              send={t('threads.refuse')}
              onSend={(why) => acts().refuse(why)}
              onCancel={() => setRefusing(false)}
            />
          }
        >
          <Show when={now()}>{(words) => <ThreeVersions thread={props.thread} now={words()} />}</Show>
          <Show when={state() === 'gone'}>
            <p class="note-warn">{t('threads.goneSince')}</p>
          </Show>
          <footer class="note-f">
            <Show when={state() === 'as-it-was' || state() === 'already'}>
              <button type="button" onClick={() => acts().accept()}>
                {t(state() === 'already' ? 'threads.alreadySo' : 'threads.accept')}
              </button>
            </Show>
            <button type="button" onClick={() => setRefusing(true)}>
              {t('threads.refuse')}
            </button>
          </footer>
        </Show>
      )}
    </Show>
  );
}

function ThreeVersions(props: { thread: Thread; now: string }) {
  const { t } = useMessages();
  return (
    <div class="note-warn">
      <p>{t('threads.changedSince')}</p>
      <dl class="note-three">
        <dt>{t('threads.asThen')}</dt>
        <dd dir="auto">{props.thread.quote}</dd>
        <dt>{t('threads.now')}</dt>
        <dd dir="auto">{props.now}</dd>
        <dt>{t('threads.proposed')}</dt>
        <dd dir="auto">{props.thread.replacement || t('threads.nothingInstead')}</dd>
      </dl>
    </div>
  );
}
