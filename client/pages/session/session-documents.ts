/** The shared documents of whoever is signed in: when they leave, every socket closes and the next one begins empty. */
import { type Accessor, createSignal, untrack } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import { createLeftBehind } from '../../collab/left-behind.ts';
import { createOpenDocuments, type OpenDocuments } from '../../collab/open-documents.ts';
import type { Line } from '../../collab/shared-document.ts';

/** `keptFor`: for whom copies are kept on this device, if for anybody. */
export function createSessionDocuments(line: Line, keptFor: Accessor<PersonId | undefined>): OpenDocuments {
  const leftBehind = createLeftBehind();
  const begin = () => createOpenDocuments(line, { leftBehind, keptFor });
  const [current, setCurrent] = createSignal(begin());
  return {
    // Untracked: a page that opens one isn't opened again because somebody else signed in.
    open: (request, connect) => untrack(current).open(request, connect),
    visit: (request, connect) => untrack(current).visit(request, connect),
    state: () => current().state(),
    unsaved: () => current().unsaved(),
    leftBehind,
    close() {
      untrack(current).close();
      setCurrent(begin());
    },
  };
}
