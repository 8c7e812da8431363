/** What the frame needs from outside, given once by App: it fetches nothing itself. */
import { type Accessor, createContext, type JSX, useContext } from 'solid-js';
import type { Language } from '../messages/languages.ts';
import type { ComboboxOption } from '../ui/Combobox.tsx';
import type { Session } from './session.tsx';
import type { Theme } from './theme.ts';

/** Something ⌘K can go to. */
export type PaletteItem = ComboboxOption & { readonly href: string };

export type Shell = {
  readonly session: Accessor<Session>;
  readonly theme: Theme;
  readonly online: Accessor<boolean>;
  /** Households, people, bodies by name, as far as the reader may see. */
  search(query: string): Promise<readonly PaletteItem[]>;
  /** How many tasks wait for the reader; 0 shows nothing. */
  readonly tasksWaiting: Accessor<number>;
  /** How many notifications the reader hasn’t read; 0 shows nothing, over 99 is more than the bell counts. */
  readonly unread: Accessor<number>;
  /** Whether what one wrote is saved, and whether the page is still live. */
  readonly notices: () => JSX.Element;
  /** Whether copies of documents are kept here, because the person said that this device is theirs. */
  readonly device: {
    readonly canKeep: boolean;
    readonly isMine: Accessor<boolean>;
    choose(mine: boolean): void;
  };
  /** `everywhere`: on every device of this person. */
  signOut(options?: { readonly everywhere?: boolean }): void;
  /** The language was changed in the menu: keep it with the person's settings too. */
  languageChosen(language: Language): void;
};

export const ShellContext = createContext<Shell>();

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell needs App above it');
  return shell;
}
