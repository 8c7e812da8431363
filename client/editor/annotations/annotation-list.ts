/**
 * The annotations of a text as its margin needs them: threads, what I am writing, which one is looked at. Everything is
 * kept in the annotations' own document, through the accessors of shared/documents.
 */
import { type Accessor, createMemo, createSignal } from 'solid-js';
import { z } from 'zod';
import { instantOf } from '../../../shared/dates.ts';
import {
  type AnnotationKind,
  addReply,
  addThread,
  readThreads,
  removeThread,
  reopenThread,
  resolveThread,
  type Thread,
  threads as threadsRoot,
  threadText,
} from '../../../shared/documents/annotations.ts';
import { newId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { createYSignal } from '../../collab/y-signals.ts';
import type { Anchor } from '../anchors.ts';
import type { Me } from '../chrome.ts';

/** What a new annotation is before its first letter. */
export type Draft = {
  readonly anchor: Anchor;
  readonly kind: AnnotationKind;
  readonly language: ContentLanguage;
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
  edit(key: string): void;
  /** Ends my writing; a thread left without words is taken away. */
  endWriting(): void;
  typed(): void;
  reply(key: string, text: string): void;
  resolve(key: string): void;
  reopen(key: string): void;
  /** Name of somebody else who is writing this thread now. */
  writerOf(key: string): string | undefined;
};

const sectionOf = (key: string) => `thread-${key}`;

/** Call inside an owner. `language` is what a reply is taken to be in. */
export function createAnnotationList(
  shared: SharedDocument,
  me: Me,
  language: () => ContentLanguage,
): AnnotationList {
  const { doc, presence } = shared;
  const threads = createYSignal(threadsRoot(doc), () => readThreads(doc));
  const [draft, setDraft] = createSignal<Draft>();
  const [writing, setWriting] = createSignal<string>();
  const mayWrite = createMemo(() => shared.access() === 'write' && shared.ready() && !shared.closeReason());
  const now = () => instantOf(new Date());

  const write = (key: string | undefined) => {
    setWriting(key);
    presence.tell('section', key && sectionOf(key));
  };
  const endWriting = () => {
    const key = writing();
    write(undefined);
    if (key && !threadText(doc, key)?.toString().trim() && threads().get(key)?.replies.length === 0)
      removeThread(doc, key);
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
      const key = newId(z.uuid());
      const { anchor, kind, language: spoken } = begun;
      addThread(doc, key, {
        ...anchor,
        kind,
        language: spoken,
        author: me.id,
        createdAt: now(),
        text: firstWords,
      });
      setDraft(undefined);
      write(key);
      presence.typed();
    },
    edit: write,
    endWriting,
    typed: presence.typed,
    reply: (key, text) => addReply(doc, key, { author: me.id, createdAt: now(), language: language(), text }),
    resolve: (key) => resolveThread(doc, key, { by: me.id, at: now() }),
    reopen: (key) => reopenThread(doc, key),
    writerOf: (key) =>
      presence
        .people()
        .find((person) => person.typing && person.section === sectionOf(key))
        ?.name.split(' ')[0],
  };
}
