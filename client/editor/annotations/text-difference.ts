/** Between a plain text field and a shared text: what was typed as one small change, and where a caret goes when others write. */
import type * as Y from 'yjs';

/** Makes the shared text equal to what stands in the field by one deletion and one insertion. */
export function writeDifference(text: Y.Text, wanted: string): void {
  const now = text.toString();
  const shorter = Math.min(now.length, wanted.length);
  let start = 0;
  while (start < shorter && now[start] === wanted[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1;
  text.doc?.transact(() => {
    if (now.length - start - end > 0) text.delete(start, now.length - start - end);
    if (wanted.length - start - end > 0) text.insert(start, wanted.slice(start, wanted.length - end));
  });
}

type Delta = Y.YTextEvent['delta'];

/** Where a caret at `at` stands after a change. */
export function movedBy(delta: Delta, at: number): number {
  let passed = 0;
  let moved = at;
  for (const step of delta) {
    if (passed > moved) break;
    if (step.retain) passed += step.retain;
    if (typeof step.insert === 'string' && passed <= moved) {
      if (passed < moved) moved += step.insert.length;
      passed += step.insert.length;
    }
    if (step.delete) moved -= Math.min(step.delete, Math.max(0, moved - passed));
  }
  return moved;
}
