/** A document as a paper: what every format is made from. */
import type { ContentLanguage, ScreenLanguage } from '../../../shared/languages.ts';

/** How a piece of text is read: its language where it says one, and the way it runs. */
export type Spoken = { readonly lang: ContentLanguage | ScreenLanguage | null; readonly dir: 'ltr' | 'rtl' };

export type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly href?: string;
};

/** Text that says what it is before it begins: a goal, a decision, a dissent, somebody's own words. */
export type Marked = {
  readonly kind: 'marked';
  readonly label: string;
  readonly spoken: Spoken;
  readonly runs: readonly Run[];
  /** The same in the language it was said in. */
  readonly original: { readonly spoken: Spoken; readonly text: string } | null;
};

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly spoken: Spoken;
      readonly runs: readonly Run[];
    }
  | { readonly kind: 'paragraph' | 'quote'; readonly spoken: Spoken; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly Block[][];
    }
  | Marked
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly string[][];
    }
  /** An SVG drawing; `alt` says what is on it. What it shows stands beneath as a table too. */
  | {
      readonly kind: 'drawing';
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    };

export type Fact = { readonly label: string; readonly value: string };

export type Paper = {
  readonly title: string;
  /** Of the labels: what people wrote says its own. */
  readonly language: ScreenLanguage;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
  /** When it was made, and what makes it checkable. */
  readonly footer: readonly string[];
};

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms (Unicode, right-to-left scripts). */
const firstStrong = /[\p{L}]/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The way a text runs by its first letter (the paragraph rule P2 of the Unicode Bidirectional Algorithm, UAX #9). */
export const directionOfText = (text: string): 'ltr' | 'rtl' =>
  rightToLeft.test(firstStrong.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

export const spokenAs = (text: string, lang: Spoken['lang'] = null): Spoken => ({
  lang,
  dir: directionOfText(text),
});

export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
