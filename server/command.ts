/**
 * How a record is changed: one transaction in which the command loads facts, asks access, writes and appends activity.
 * A refusal rolls everything back. Knows nothing of HTTP.
 */
import type { Actor } from '../shared/access.ts';
import type { Outcome, Refusal } from '../shared/outcome.ts';
import type { Bus } from './bus/bus.ts';
import { type Database, inTransaction, type Tx } from './db/connect.ts';

/** What every command and query needs from the world. */
export type World = {
  readonly db: Database;
  readonly bus: Bus;
  /** The time it is; loading a network sets it back. */
  readonly now: () => Date;
};

export type CommandContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
};

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Runs one command for one actor. After the commit, and only then, listeners are told that the activity log grew.
 * Nothing of a refused command stays.
 */
export const runCommand = <T>(
  world: World,
  actor: Actor,
  command: (context: CommandContext) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => settle(world, (tx) => command({ tx, actor, now: world.now() }));

/** The same for what nobody with an account does: whoever holds a link, or a registered sender's key. */
export const runByNobody = <T>(
  world: World,
  command: (occasion: Omit<CommandContext, 'actor'> & { readonly actor: null }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => settle(world, (tx) => command({ tx, actor: null, now: world.now() }));

async function settle<T>(world: World, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const outcome = await inTransaction(world.db, async (tx) => {
    const result = await work(tx);
    if (!result.ok) throw new Refused(result);
    return result;
  }).catch((error: unknown) => {
    if (error instanceof Refused) return error.refusal;
    throw error;
  });
  if (outcome.ok) world.bus.publish({ kind: 'activity' });
  return outcome;
}
