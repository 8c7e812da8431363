/**
 * One's own words that never reached the server, kept when their document is taken away (access ended, the session was
 * closed from another place) so that whatever page comes next can give them back. In memory only, and for nobody else.
 */
import { type Accessor, createSignal } from 'solid-js';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId } from '../../shared/ids.ts';

export type LeftBehindWords = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  /** What the page called the document: the household's name. Empty when it had no name for it. */
  readonly label: string;
  readonly text: string;
  /** Copied words no longer need the page to stay. */
  readonly copied: boolean;
};

export type LeftBehind = {
  /** Reactive, oldest first. */
  readonly words: Accessor<readonly LeftBehindWords[]>;
  keep(words: Omit<LeftBehindWords, 'copied'>): void;
  copied(words: LeftBehindWords): void;
  dismiss(words: LeftBehindWords): void;
  /** Somebody has signed in here: words of anybody else are forgotten. */
  belongTo(personId: string): void;
};

export function createLeftBehind(): LeftBehind {
  const [words, setWords] = createSignal<readonly LeftBehindWords[]>([]);
  let owner: string | undefined;
  return {
    words,
    keep(found) {
      if (found.text.trim() !== '') setWords((all) => [...all, { ...found, copied: false }]);
    },
    copied: (done) => setWords((all) => all.map((one) => (one === done ? { ...one, copied: true } : one))),
    dismiss: (done) => setWords((all) => all.filter((one) => one !== done)),
    belongTo(personId) {
      if (owner !== undefined && owner !== personId) setWords([]);
      owner = personId;
    },
  };
}
