/** The answers in a thread, oldest first; one's own can be mended or taken away. */
import { createSignal, For, Show } from 'solid-js';
import type { Reply, Thread } from '../../../shared/documents/annotations.ts';
import { directionOf } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { Called } from './Called.tsx';
import { asComment } from './marks.ts';
import { WordsField } from './WordsField.tsx';

type Props = {
  thread: Thread;
  meId: string;
  mayWrite: boolean;
  people: readonly PersonBrief[];
  nameOf: (personId: string) => string;
  onEditReply: (replyKey: string, text: string) => void;
  onTakeAway: (replyKey?: string) => void;
};

export function Replies(props: Props) {
  // What accepted a suggestion is said as its outcome.
  const said = () => props.thread.replies.filter(({ accepts }) => accepts === undefined);
  return (
    <Show when={said().length > 0}>
      <ol class="note-replies">
        <For each={said()}>
          {(reply) => (
            <li>
              <div ref={asComment}>
                <OneReply {...props} reply={reply} />
              </div>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}

function OneReply(props: Props & { reply: Reply }) {
  const { t } = useMessages();
  const [mending, setMending] = createSignal(false);
  const own = () =>
    props.mayWrite && props.reply.author === props.meId && !props.reply.takenAway
      ? props.reply.key
      : undefined;
  return (
    <>
      <span class="note-h">
        <b dir="auto">{props.nameOf(props.reply.author)}</b>
        <span class="note-t">
          <RelativeTime at={props.reply.createdAt} />
          <Show when={props.reply.editedAt && !props.reply.takenAway}> · {t('threads.edited')}</Show>
        </span>
      </span>
      <Show when={!props.reply.takenAway} fallback={<p class="note-away">{t('threads.takenAway')}</p>}>
        <Show
          when={mending() && own()}
          fallback={
            <p lang={props.reply.language} dir={directionOf(props.reply.language)}>
              <Called text={props.reply.text} mentions={props.reply.mentions} people={props.people} />
            </p>
          }
        >
          {(key) => (
            <WordsField
              label={t('annotations.edit')}
              placeholder={t('annotations.replyHint')}
              value={props.reply.text}
              people={props.people}
              send={t('annotations.done')}
              onSend={(text) => {
                props.onEditReply(key(), text);
                setMending(false);
              }}
              onCancel={() => setMending(false)}
            />
          )}
        </Show>
      </Show>
      <Show when={!mending() && own()}>
        {(key) => (
          <span class="note-own">
            <button type="button" onClick={() => setMending(true)}>
              {t('annotations.edit')}
            </button>
            <button type="button" onClick={() => props.onTakeAway(key())}>
              {t('threads.takeAway')}
            </button>
          </span>
        )}
      </Show>
    </>
  );
}
