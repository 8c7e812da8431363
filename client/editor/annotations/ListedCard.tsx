/** A thread of the list as a card: what may be done with it, and its live field while it is I who write. */
import { Show } from 'solid-js';
import { type Thread, threadText } from '../../../shared/documents/annotations.ts';
import { directionOf } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { AnnotationList } from './annotation-list.ts';
import { LiveText } from './LiveText.tsx';
import type { SuggestionActs } from './SuggestionBody.tsx';
import { ThreadCard } from './ThreadCard.tsx';

export function ListedCard(props: {
  threadKey: string;
  thread: Thread;
  orphaned: boolean;
  shared: SharedDocument;
  list: AnnotationList;
  people: readonly PersonBrief[];
  meId: string;
  active: string | undefined;
  onActive: (key: string | undefined) => void;
  suggestion: SuggestionActs | undefined;
}) {
  const { t } = useMessages();
  const nameOf = (id: string) =>
    props.people.find((person) => person.id === id)?.name ?? t('annotations.somebody');
  const key = props.threadKey;
  const field = () => (
    <Show when={threadText(props.shared.doc, key)}>
      {(text) => (
        <>
          <LiveText
            text={text()}
            label={t('annotations.text')}
            placeholder={t('annotations.textHint')}
            lang={props.thread.language}
            dir={directionOf(props.thread.language)}
            people={props.people}
            onTyped={props.list.typed}
            onDone={props.list.endWriting}
          />
          <footer class="note-f">
            <button type="button" onClick={() => props.list.endWriting()}>
              {t('annotations.done')}
            </button>
          </footer>
        </>
      )}
    </Show>
  );
  return (
    <ThreadCard
      threadKey={key}
      thread={props.thread}
      orphaned={props.orphaned}
      active={props.active === key}
      writer={props.list.writerOf(key)}
      mayWrite={props.list.mayWrite()}
      meId={props.meId}
      people={props.people}
      nameOf={nameOf}
      suggestion={props.suggestion}
      field={props.list.writing() === key ? field() : undefined}
      onActive={(on) => props.onActive(on ? key : undefined)}
      onReply={(text) => props.list.reply(key, text)}
      onEditReply={(replyKey, text) => props.list.editReply(key, replyKey, text)}
      onTakeAway={(replyKey) => props.list.takeAway(key, replyKey)}
      onResolve={() => props.list.resolve(key)}
      onReopen={() => props.list.reopen(key)}
      onEdit={() => props.list.edit(key)}
    />
  );
}
