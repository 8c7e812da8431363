/** Where a plan is read in another language, and where a question about its words is answered. */
import type { ContentLanguage } from '../../../shared/languages.ts';

/** `/households/…/plan/in/ar`: the language's own page; `/beside/` with the original at its side. */
export type Way = 'in' | 'beside';
export const isWay = (text: string | undefined): text is Way => text === 'in' || text === 'beside';

export const addressIn = (base: string, way: Way, language: ContentLanguage): string =>
  `${base}/plan/${way}/${language}`;

export const addressOfAnswer = (base: string, thread: string): string => `${base}/plan/answer/${thread}`;
