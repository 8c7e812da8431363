/**
 * How often somebody may try to sign in: per e-mail, so that one account's password can't be guessed from many
 * addresses, and per address, so that one address can't try many accounts. And how often a sender may report. In this
 * node's memory.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Outcome, ok, refuse } from '../../shared/outcome.ts';

/** Wrong tries that stay possible within `windowSeconds`. A whole office may share an address. */
const triesPerEmail = 10;
const triesPerAddress = 60;
/** Links that ended or never were, which one address may try. */
const linksPerAddress = 60;
const windowSeconds = 15 * 60;

/** How often an address may open links that don't work. */
export function createLinkLimits({ limitAddresses }: { readonly limitAddresses: boolean }) {
  const addresses = new RateLimiterMemory({ points: linksPerAddress, duration: windowSeconds });
  return {
    /** Counts a try before the link is looked up. Refuses `slow-down`. */
    async count(address: string): Promise<Outcome<null>> {
      if (!limitAddresses) return ok(null);
      try {
        await addresses.consume(address);
        return ok(null);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return refuse('slow-down', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
      }
    },
    /** A link that works wasn't a guess. */
    async forgive(address: string): Promise<void> {
      if (limitAddresses) await addresses.reward(address);
    },
  };
}

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

/** Reports within an hour: a hospital sends a handful a day. */
const reportsPerSender = 60;
const sendingsPerAddress = 120;
const sendingSeconds = 3600;

/** How many reports a sender's key and an address may send, so that a key that was found can't flood the call centre. */
export function createSendingLimits({ limitAddresses }: { readonly limitAddresses: boolean }) {
  const senders = new RateLimiterMemory({ points: reportsPerSender, duration: sendingSeconds });
  const addresses = new RateLimiterMemory({ points: sendingsPerAddress, duration: sendingSeconds });
  return {
    /** Counted before the key is looked up, so that keys can't be guessed either. Refuses `slow-down`. */
    countAddress: async (address: string): Promise<Outcome<null>> =>
      limitAddresses ? consume(addresses, address) : ok(null),
    /** Refuses `slow-down`. */
    countSender: (senderId: string): Promise<Outcome<null>> => consume(senders, senderId),
  };
}

async function consume(limiter: RateLimiterMemory, who: string): Promise<Outcome<null>> {
  try {
    await limiter.consume(who);
    return ok(null);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return refuse('slow-down', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
