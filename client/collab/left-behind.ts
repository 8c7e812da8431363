/**
 * One's own words that never reached the server, kept when their document is taken away (access ended, the session was
 * closed from another place, its copy on this device wiped) so that whatever page comes next can give them back. In
 * memory only, and for nobody else.
 */
import { type Accessor, createSignal, untrack } from 'solid-js';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId } from '../../shared/ids.ts';

export type LeftBehindWords = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  /** What the page called the document: the household's name. Empty when it had no name for it. */
  readonly label: string;
  readonly text: string;
  /** `rebuilt`: the document is there again, made anew; `ended`: one can't write in it any more. */
  readonly why: 'ended' | 'rebuilt';
  /** Whose they are, when that was known before they signed in: shown to nobody else. */
  readonly owner?: string | undefined;
  /** Copied words no longer need the page to stay. */
  readonly copied: boolean;
};

export type LeftBehind = {
  /** Reactive, oldest first: what whoever is here may see. */
  readonly words: Accessor<readonly LeftBehindWords[]>;
  /** Reactive: some weren't copied yet, shown or not. */
  readonly waiting: Accessor<boolean>;
  keep(words: Omit<LeftBehindWords, 'copied'>): void;
  copied(words: LeftBehindWords): void;
  dismiss(words: LeftBehindWords): void;
  /** Somebody has signed in here: words of anybody else are forgotten. */
  belongTo(personId: string): void;
};

export function createLeftBehind(): LeftBehind {
  const [all, setAll] = createSignal<readonly LeftBehindWords[]>([]);
  const [person, setPerson] = createSignal<string>();
  return {
    words: () => all().filter(({ owner }) => owner === undefined || owner === person()),
    waiting: () => all().some(({ copied }) => !copied),
    keep(found) {
      if (found.text.trim() !== '') setAll((before) => [...before, { ...found, copied: false }]);
    },
    copied: (done) => setAll((now) => now.map((one) => (one === done ? { ...one, copied: true } : one))),
    dismiss: (done) => setAll((now) => now.filter((one) => one !== done)),
    belongTo(personId) {
      const before = untrack(person);
      setAll((now) => now.filter(({ owner }) => (owner ?? before ?? personId) === personId));
      setPerson(personId);
    },
  };
}
