/** The shared documents of whoever is signed in: when they leave, every socket closes and the next one begins empty. */
import { createSignal, untrack } from 'solid-js';
import { createLeftBehind } from '../../collab/left-behind.ts';
import { createOpenDocuments, type OpenDocuments } from '../../collab/open-documents.ts';
import type { Line } from '../../collab/shared-document.ts';

export function createSessionDocuments(line: Line): OpenDocuments {
  const leftBehind = createLeftBehind();
  const [current, setCurrent] = createSignal(createOpenDocuments(line, leftBehind));
  return {
    // Untracked: a page that opens one isn't opened again because somebody else signed in.
    open: (request) => untrack(current).open(request),
    state: () => current().state(),
    unsaved: () => current().unsaved(),
    leftBehind,
    close() {
      untrack(current).close();
      setCurrent(createOpenDocuments(line, leftBehind));
    },
  };
}
