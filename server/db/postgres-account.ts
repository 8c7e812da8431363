/**
 * Whom Postgres runs as. It refuses to run as root, so as root we start it as `postgres`, else `nobody`; anyone else
 * starts it as themselves. That account may not reach what root reaches, hence `canUse`.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseRefused } from './refusal.ts';

const run = promisify(execFile);

export type PostgresAccount =
  | { readonly kind: 'ourselves' }
  | { readonly kind: 'another'; readonly name: string; readonly uid: number; readonly gid: number };

const dropTo = ['postgres', 'nobody'];

/** Throws `DatabaseRefused` as root on a machine that has neither account. */
export async function accountForPostgres(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { kind: 'ourselves' };
  for (const name of dropTo) {
    const account = await findAccount(name);
    if (account !== undefined) return account;
  }
  throw new DatabaseRefused(
    `Postgres can't run as root, and this machine has no account named ${dropTo.join(' or ')}. Start Trama as another user, or set DATABASE_URL.`,
  );
}

/** What child_process.spawn needs to become that account. */
export const spawnAs = (account: PostgresAccount): { uid?: number; gid?: number } =>
  account.kind === 'another' ? { uid: account.uid, gid: account.gid } : {};

/** Asks the system itself, as that account: read (`r`), write (`w`), or run a file and enter a folder (`x`). */
export async function canUse(account: PostgresAccount, path: string, how: 'r' | 'w' | 'x'): Promise<boolean> {
  const test = run('/bin/sh', ['-c', `test -${how} "$0"`, path], { cwd: '/', ...spawnAs(account) });
  return test.then(
    () => true,
    () => false,
  );
}

async function findAccount(name: string): Promise<PostgresAccount | undefined> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { kind: 'another', name, uid: Number(user.stdout), gid: Number(group.stdout) };
  } catch {
    return undefined; // `id` fails on an unknown name
  }
}
