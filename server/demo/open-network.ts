/**
 * Fills a database with a network, once. A row says when that was begun and when it was complete: a load that was cut
 * off is done again from nothing, and a database that holds anything else is left alone.
 */
import { sql } from 'drizzle-orm';
import type { World } from '../command.ts';
import { migrate } from '../db/migrate.ts';
import { DatabaseRefused } from '../db/refusal.ts';
import { anyAccount } from '../records/people/queries.ts';

export type Network = {
  readonly name: string;
  readonly load: (world: World) => Promise<void>;
};

type Mark = { name: string; completed_at: string | null };

/**
 * Loads the network unless it is there, and answers whether it did. `say` tells people what takes a while. Throws
 * `DatabaseRefused` when the database holds another network, or accounts that no network made.
 */
export async function openNetwork(
  world: World,
  { name, load }: Network,
  say: (line: string) => void,
): Promise<boolean> {
  const { orm } = world.db;
  const [mark] = await orm.execute<Mark>(sql`select name, completed_at from demo_network`);
  if (mark !== undefined && mark.name !== name) {
    throw new DatabaseRefused(`This data folder holds the network “${mark.name}”. Give another DATA_DIR.`);
  }
  if (mark?.completed_at) return false;
  if (mark !== undefined) {
    say('The last load was cut off: starting again from an empty database.');
    await empty(world);
  } else if (await anyAccount(orm)) {
    throw new DatabaseRefused('This database is somebody’s own: a demo is loaded into an empty one only.');
  }
  await orm.execute(sql`insert into demo_network (name) values (${name})`);
  const begun = performance.now();
  const hurried = world.db.hurried();
  await load({ ...world, db: hurried }).finally(() => hurried.close());
  await orm.execute(sql`update demo_network set completed_at = now()`);
  say(`The network “${name}” is loaded (${((performance.now() - begun) / 1000).toFixed(1)} s).`);
  return true;
}

/** Only ever called on a database whose own row says that it is a demo's. */
async function empty({ db }: World): Promise<void> {
  await db.orm.execute(sql`drop schema public cascade`);
  await db.orm.execute(sql`create schema public`);
  await migrate(db);
}
