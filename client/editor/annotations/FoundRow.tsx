/** One annotation in the list of all. */
import { Match, Show, Switch } from 'solid-js';
import { outcomeOf } from '../../../shared/documents/annotations.ts';
import { directionOf } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { type Listed, lastSaid } from './annotation-filter.ts';
import { Change } from './SuggestionBody.tsx';
import { KindMark } from './ThreadCard.tsx';

export function FoundRow(props: {
  listed: Listed;
  people: readonly PersonBrief[];
  nameOf: (personId: string) => string;
}) {
  const { t } = useMessages();
  const thread = () => props.listed.thread;
  const author = () => props.people.find(({ id }) => id === thread().author);
  const answers = () => thread().replies.filter(({ accepts, takenAway }) => !accepts && !takenAway).length;
  const outcome = () => outcomeOf(thread());
  return (
    <>
      <span class="note-h">
        <KindMark kind={thread().kind} author={author()} />
        <b>
          {t(`annotations.kind.${thread().kind}`)}, <span dir="auto">{props.nameOf(thread().author)}</span>
        </b>
        <span class="note-t">
          <RelativeTime at={lastSaid(thread())} />
        </span>
      </span>
      <Show
        when={thread().kind === 'suggestion'}
        fallback={
          <span class="note-quote" dir="auto">
            {thread().quote}
          </span>
        }
      >
        <Change thread={thread()} />
      </Show>
      <span class="find-words" lang={thread().language} dir={directionOf(thread().language)}>
        {thread().takenAway ? t('threads.takenAway') : thread().text}
      </span>
      <span class="find-foot">
        <Switch>
          <Match when={outcome()}>
            {(outcome) => t(`threads.${outcome().outcome}By`, { name: props.nameOf(outcome().by) })}
          </Match>
          <Match when={thread().resolved}>
            {(resolved) => t('threads.resolvedBy', { name: props.nameOf(resolved().by) })}
          </Match>
          <Match when={props.listed.isLost}>{t('threads.state.lost')}</Match>
        </Switch>
        <Show when={answers() > 0}>
          <span>{t('threads.answers', { count: answers() })}</span>
        </Show>
      </span>
    </>
  );
}
