/**
 * How often somebody may try to sign in: per e-mail, so that one account's password can't be guessed from many
 * addresses, and per address, so that one address can't try many accounts. In this node's memory.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Outcome, ok, refuse } from '../../shared/outcome.ts';

/** Wrong tries that stay possible within `windowSeconds`. A whole office may share an address. */
const triesPerEmail = 10;
const triesPerAddress = 60;
const windowSeconds = 15 * 60;

export function createSignInLimits({ limitAddresses }: { readonly limitAddresses: boolean }) {
  const emails = new RateLimiterMemory({ points: triesPerEmail, duration: windowSeconds });
  const addresses = new RateLimiterMemory({ points: triesPerAddress, duration: windowSeconds });
  return {
    /** Counts a try before it is looked at, so that simultaneous ones count too. Refuses `slow-down`. */
    async count(email: string, address: string): Promise<Outcome<null>> {
      try {
        if (limitAddresses) await addresses.consume(address);
        await emails.consume(email);
        return ok(null);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return refuse('slow-down', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
      }
    },
    /** A try that succeeded wasn't a guess. */
    async forgive(email: string, address: string): Promise<void> {
      await emails.delete(email);
      if (limitAddresses) await addresses.reward(address);
    },
  };
}
