/** How many frames a connection may send. Bursts are honest (an offline return, a dragged place), floods are not. */

/** A kilobyte costs as much as this part of a frame. */
const costPerKilobyte = 1 / 16;
/** A question for what a replica lacks may be answered with a whole document: it costs as much as so many frames. */
const costOfQuestion = 20;

export type BucketState =
  | 'within'
  /** Read no more from this connection for `waitMs`. */
  | { readonly waitMs: number }
  /** It kept sending long after. */
  | 'flooded';

export type TokenBucket = { take(bytes: number, isQuestion?: boolean): BucketState };

/** `burst` frames at once, then `perSecond`. */
export function createTokenBucket(
  now: () => number,
  { burst = 2000, perSecond = 500 }: { burst?: number; perSecond?: number } = {},
): TokenBucket {
  let tokens = burst;
  let countedAt = now();
  return {
    take(bytes, isQuestion = false) {
      const time = now();
      tokens = Math.min(burst, tokens + ((time - countedAt) / 1000) * perSecond);
      countedAt = time;
      tokens -= (isQuestion ? costOfQuestion : 1) + (bytes / 1024) * costPerKilobyte;
      if (tokens >= 0) return 'within';
      return tokens < -2 * burst ? 'flooded' : { waitMs: Math.ceil((-tokens / perSecond) * 1000) };
    },
  };
}
