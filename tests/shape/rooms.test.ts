/** Keeps the picture in the README true: reads every import and fails on a forbidden arrow or a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const sourceFiles = ['shared', 'server', 'client'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file)),
);

/** Every static and dynamic import; a relative one as a path from the project's root. */
function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;
  for (const [, type, fromStatement, fromCall] of source.matchAll(statement)) {
    const target = fromStatement ?? fromCall ?? '';
    found.push({
      from: file,
      to: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
      typeOnly: type !== undefined,
    });
  }
  return found;
}

const imports = sourceFiles.flatMap(importsOf);
const isOurs = (path: string) => /^(shared|server|client)\//.test(path);
const show = ({ from, to }: Import) => `${from} → ${to}`;

/** Room of a file: `server/records/goals/table.ts` is in `server/records/goals`. */
const within = (path: string, ...rooms: string[]) =>
  rooms.some((room) => path === room || path.startsWith(`${room}/`));

/** Arrows that must not exist; each entry finds its offenders. */
const forbidden: Readonly<Record<string, (arrow: Import) => boolean>> = {
  'shared imports only itself, zod and yjs': ({ from, to }) =>
    within(from, 'shared') && !within(to, 'shared') && to !== 'zod' && to !== 'yjs',
  'client never imports server': ({ from, to }) => within(from, 'client') && within(to, 'server'),
  'server never imports client': ({ from, to }) => within(from, 'server') && within(to, 'client'),
  'nothing imports the tests': ({ to }) => within(to, 'tests'),
  'only server/auth knows Lucia': ({ from, to }) => to.startsWith('lucia') && !within(from, 'server/auth'),
  'only client/editor knows Tiptap': ({ from, to }) =>
    to.startsWith('@tiptap/') && !within(from, 'client/editor'),
  'only server/db opens a database': ({ from, to, typeOnly }) =>
    !typeOnly && (to === 'postgres' || to === 'drizzle-orm/postgres-js') && !within(from, 'server/db'),
  'only server/sync and client/collab touch the sync protocol': ({ from, to }) =>
    /^(y-protocols|y-websocket|lib0)/.test(to) &&
    !within(from, 'server/sync', 'server/demo', 'client/collab', 'client/editor'),
  'sync knows nothing of records, HTTP routes or how people sign in': ({ from, to }) =>
    within(from, 'server/sync') &&
    (within(to, 'server/records', 'server/app', 'server/auth', 'server/feed', 'server/route.ts') ||
      to.startsWith('hono')),
  'commands, activity and feed of records know nothing of sync rooms': ({ from, to }) =>
    within(from, 'server/records', 'server/activity', 'server/feed') &&
    within(to, 'server/sync') &&
    !within(
      to,
      'server/sync/create-document.ts',
      'server/sync/append-to-document.ts',
      'server/sync/stored-state.ts',
      // Reading the log and building a state from it, beside any room.
      'server/sync/past.ts',
      'server/sync/snapshot-builder.ts',
    ),
  'commands and activity know nothing of Hono': ({ from, to }) =>
    to.startsWith('hono') && !within(from, 'server/app', 'server/auth', 'server/feed', 'server/start.ts'),
  'a route asks commands and queries, never a table': ({ from, to }) =>
    from.endsWith('routes.ts') && to.endsWith('table.ts'),
  'a domain never touches another domain’s table': ({ from, to }) =>
    to.endsWith('/table.ts') &&
    within(from, 'server/records') &&
    basename(dirname(from)) !== basename(dirname(to)),
  'ui holds no data access': ({ from, to }) =>
    within(from, 'client/ui') &&
    within(
      to,
      'client/api',
      'client/feed',
      'client/collab',
      'client/pages',
      'client/editor',
      'client/network-map',
      'client/app',
    ),
  'editor and map fetch nothing': ({ from, to }) =>
    within(from, 'client/editor', 'client/network-map') &&
    within(to, 'client/api', 'client/feed', 'client/pages', 'client/app'),
  'pages never reach up to main': ({ from, to }) =>
    within(from, 'client/pages') && within(to, 'client/main.tsx'),
};

describe('the rooms and the arrows', () => {
  test('the reader of imports sees the imports that are there', () => {
    expect(sourceFiles.length).toBeGreaterThan(30);
    expect(imports.some(({ from, to }) => from === 'shared/access.ts' && to === 'shared/ids.ts')).toBe(true);
    expect(imports.some(({ to }) => to === 'lucia')).toBe(true);
    expect(imports.some(({ to }) => to.startsWith('@tiptap/'))).toBe(true);
  });

  for (const [rule, offends] of Object.entries(forbidden)) {
    test(rule, () => expect(imports.filter(offends).map(show)).toEqual([]));
  }

  test('every import of ours points at a file that is there', () => {
    const files = new Set(sourceFiles);
    const missing = imports.filter(({ to }) => isOurs(to) && /\.tsx?$/.test(to) && !files.has(to));
    expect(missing.map(show)).toEqual([]);
  });

  test('no circle of imports', () => {
    const targets = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly && isOurs(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
    }
    expect(findCircle(targets)).toEqual([]);
  });
});

/** The first circle found, as the files along it; empty when there is none. */
function findCircle(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of targets.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of targets.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
