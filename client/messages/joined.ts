/** Words set side by side with the reader's own comma. */
import type { Translate } from './translate.ts';

/** "Irina Munteanu, nido, tu"; what isn't there is left out. A list that is read as a sentence is `formats().list`. */
export const joined = (t: Translate, parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(`${t('ui.comma')} `);
