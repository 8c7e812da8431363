/** How one kind of letter is declared: what it needs to know, and its words in each language of the screens. */
import type { z } from 'zod';
import type { ScreenLanguage } from '../../shared/languages.ts';

/** What a letter says, before it is set as text and as HTML. */
export type Words = {
  readonly subject: string;
  /** A paragraph each; no markup. */
  readonly paragraphs: readonly string[];
  /** The one thing to open, with its path among our pages: `/conferences`. */
  readonly link?: { readonly label: string; readonly path: string };
  /** Said small at the end, before the line every letter ends with. */
  readonly footnote?: string;
};

export type Template<D extends z.ZodType = z.ZodType> = {
  readonly data: D;
  readonly words: Readonly<Record<ScreenLanguage, (data: z.output<D>) => Words>>;
  /** Only for what one may stop getting: the path where a POST stops it (RFC 8058). Never for invitations. */
  readonly unsubscribe?: (data: z.output<D>) => string;
};

/** Declares a template; it only fixes the types. */
export const template = <D extends z.ZodType>(declared: Template<D>): Template<D> => declared;

/** A moment as its reader writes it, in the families' own time; Western digits, as on the screens. */
export const momentIn = (language: ScreenLanguage, instant: string): string =>
  new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Rome',
  }).format(new Date(instant));
