/**
 * The annotations of a text as its margin needs them: threads, what I am writing, which one is looked at. Everything is
 * kept in the annotations' own document, through the accessors of shared/documents.
 */
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { z } from 'zod';
import { instantOf } from '../../../shared/dates.ts';
import {
  type Acceptance,
  type AnnotationKind,
  addReply,
  addThread,
  changeReply,
  createThreadReader,
  type Reply,
  removeThread,
  reopenThread,
  resolveThread,
  setThreadFields,
  type Thread,
  takeReplyAway,
  takeThreadAway,
  threads as threadsRoot,
  threadText,
} from '../../../shared/documents/annotations.ts';
import { newId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { createYSignal } from '../../collab/y-signals.ts';
import type { Anchor } from '../anchors.ts';
import type { Me } from '../chrome.ts';
import { calledIn } from './mentions.ts';

/** What a new annotation is before its first letter. */
export type Draft = {
  readonly anchor: Anchor;
  readonly kind: AnnotationKind;
  readonly language: ContentLanguage;
  /** Words of one block without chips: a change to them can be suggested. */
  readonly isPlain: boolean;
};

export type AnnotationList = {
  readonly threads: Accessor<ReadonlyMap<string, Thread>>;
  readonly mayWrite: Accessor<boolean>;
  readonly draft: Accessor<Draft | undefined>;
  setDraft(draft: Draft | undefined): void;
  /** The thread whose text I am writing. */
  readonly writing: Accessor<string | undefined>;
  /** Hangs the thread with its first words; from here on others see every letter. */
  begin(firstWords: string): void;
  /** Hangs a suggestion, whole. */
  suggest(replacement: string, why: string): void;
  edit(key: string): void;
  /** Ends my writing; a thread left without words is taken away. */
  endWriting(): void;
  typed(): void;
  reply(key: string, text: string): void;
  editReply(key: string, replyKey: string, text: string): void;
  /** My own words, or those of one of my replies. */
  takeAway(key: string, replyKey?: string): void;
  resolve(key: string): void;
  reopen(key: string): void;
  /** The plan has taken it in: `accepts` says with which letters. */
  accepted(key: string, accepts: Acceptance): void;
  /** `why`: a word to whoever suggested it; may be empty. */
  refuse(key: string, why: string): void;
  /** Name of somebody else who is writing this thread now. */
  writerOf(key: string): string | undefined;
};

const sectionOf = (key: string) => `thread-${key}`;

/** Call inside an owner. `language` is what a reply is taken to be in. */
export function createAnnotationList(
  shared: SharedDocument,
  me: Me,
  language: () => ContentLanguage,
  people: () => readonly PersonBrief[],
): AnnotationList {
  const { doc, presence } = shared;
  const reader = createThreadReader(doc);
  onCleanup(reader.close);
  const threads = createYSignal(threadsRoot(doc), reader.read);
  const [draft, setDraft] = createSignal<Draft>();
  const [writing, setWriting] = createSignal<string>();
  const mayWrite = createMemo(() => shared.access() === 'write' && shared.ready() && !shared.closeReason());
  const now = () => instantOf(new Date());
  const called = (text: string) => {
    const mentions = calledIn(text, people());
    return mentions.length > 0 ? { mentions } : {};
  };
  const said = (text: string): Reply => ({
    key: newId(z.uuid()),
    author: me.id,
    createdAt: now(),
    language: language(),
    text,
    ...called(text),
  });

  const write = (key: string | undefined) => {
    setWriting(key);
    presence.tell('section', key && sectionOf(key));
  };
  /** Whom the words call, once they are written: nobody is told of half a name. */
  const finish = (key: string, thread: Thread, text: string) => {
    const mentions = calledIn(text, people());
    if (mentions.join() !== (thread.mentions ?? []).join()) setThreadFields(doc, key, { mentions });
  };
  const endWriting = () => {
    const key = writing();
    write(undefined);
    const thread = key === undefined ? undefined : threads().get(key);
    if (key === undefined || !thread) return;
    const text = threadText(doc, key)?.toString() ?? '';
    if (text.trim()) finish(key, thread, text);
    else if (thread.kind !== 'suggestion' && thread.replies.length === 0) removeThread(doc, key);
  };
  const hang = (begun: Draft, text: string, more: { replacement?: string } = {}): string => {
    const key = newId(z.uuid());
    const { anchor, kind, language: spoken } = begun;
    const thread = { ...anchor, kind, language: spoken, author: me.id, createdAt: now(), text };
    addThread(doc, key, { ...thread, ...more, ...called(text) });
    setDraft(undefined);
    return key;
  };

  return {
    threads,
    mayWrite,
    draft,
    setDraft(next) {
      endWriting();
      setDraft(() => next);
    },
    writing,
    begin(firstWords) {
      const begun = draft();
      if (!begun) return;
      write(hang(begun, firstWords));
      presence.typed();
    },
    suggest(replacement, why) {
      const begun = draft();
      if (begun) hang({ ...begun, kind: 'suggestion' }, why, { replacement });
    },
    edit(key) {
      setThreadFields(doc, key, { editedAt: now() });
      write(key);
    },
    endWriting,
    typed: presence.typed,
    reply: (key, text) => addReply(doc, key, said(text)),
    editReply: (key, replyKey, text) =>
      changeReply(doc, key, replyKey, { text, editedAt: now(), mentions: calledIn(text, people()) }),
    takeAway(key, replyKey) {
      if (replyKey === undefined) takeThreadAway(doc, key, now());
      else takeReplyAway(doc, key, replyKey, now());
    },
    resolve: (key) => resolveThread(doc, key, { by: me.id, at: now() }),
    reopen: (key) => reopenThread(doc, key),
    accepted(key, accepts) {
      const at = now();
      doc.transact(() => {
        addReply(doc, key, { ...said(''), createdAt: at, accepts });
        setThreadFields(doc, key, { outcome: { outcome: 'accepted', by: me.id, at } });
        resolveThread(doc, key, { by: me.id, at });
      });
    },
    refuse(key, why) {
      const at = now();
      doc.transact(() => {
        if (why.trim()) addReply(doc, key, said(why.trim()));
        setThreadFields(doc, key, { outcome: { outcome: 'refused', by: me.id, at } });
        resolveThread(doc, key, { by: me.id, at });
      });
    },
    writerOf: (key) =>
      presence
        .people()
        .find((person) => person.typing && person.section === sectionOf(key))
        ?.name.split(' ')[0],
  };
}
