/** What the marks in the text need of the threads; a thread whose facts are the same stays the same object. */
import type { Editor } from '@tiptap/core';
import { outcomeOf, type Thread } from '../../../shared/documents/annotations.ts';
import { type MarkedThread, tellThreads } from './highlights.ts';

/** `labelOf`: what a screen reader says of the words. */
export function tellMarks(editor: Editor, labelOf: (thread: Thread) => string) {
  let known = new Map<string, MarkedThread>();
  let waits = false;
  let told: { threads: ReadonlyMap<string, Thread>; active: string | undefined; narrow: boolean } | undefined;
  const tell = () => {
    waits = false;
    if (!told || editor.isDestroyed) return;
    const next = new Map<string, MarkedThread>();
    for (const [key, thread] of told.threads) {
      const facts = factsOf(key, thread, labelOf(thread));
      const before = known.get(key);
      next.set(key, before && JSON.stringify(before) === JSON.stringify(facts) ? before : facts);
    }
    known = next;
    const { active, narrow } = told;
    editor.view.dispatch(tellThreads(editor.state, { threads: [...next.values()], active, narrow }));
  };
  return (threads: ReadonlyMap<string, Thread>, active: string | undefined, narrow: boolean): void => {
    for (const thread of threads.values()) labelOf(thread); // wakes when the words of the screen change
    told = { threads, active, narrow };
    if (!waits) queueMicrotask(tell);
    waits = true;
  };
}

function factsOf(key: string, thread: Thread, label: string): MarkedThread {
  const { from, to, quote, before, after, alike, letters } = thread;
  const resolved = thread.resolved !== undefined;
  const replacement = thread.kind === 'suggestion' && !outcomeOf(thread) ? thread.replacement : undefined;
  return { key, from, to, quote, before, after, alike, letters, resolved, replacement, label };
}
