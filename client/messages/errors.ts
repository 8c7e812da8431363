/** From a refusal's stable code to its words: what happened, and what one may do next. */
import type { RefusalCode } from '../../shared/outcome.ts';
import type { Translate } from './translate.ts';

/** `broken`: the server failed. `offline`: the request never reached it. */
export type ErrorCode = RefusalCode | 'broken' | 'offline';
export type ErrorWords = { readonly title: string; readonly next: string };

export function errorWords(t: Translate, code: ErrorCode, retryAfterSeconds?: number): ErrorWords {
  const waits = code === 'slow-down' && retryAfterSeconds !== undefined;
  return {
    title: t(`errors.${code}.title`),
    next: waits
      ? t('errors.slow-down.nextIn', { seconds: Math.ceil(retryAfterSeconds) })
      : t(`errors.${code}.next`),
  };
}
