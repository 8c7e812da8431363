/** The built client: files with a hash in their name for ever, index.html for every address of a page. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Context } from 'hono';

const compress = promisify(brotliCompress);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
/** Formats that are compressed already, or too short to gain. */
const incompressible = new Set(['.woff2', '.png', '.ico']);
const shortBytes = 1024;

type StaticFile = {
  readonly changedMs: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
  readonly tag: string;
};

/** Answers GETs of pages and files from `folder`; null when the client isn't built. Files stay in memory, compressed once. */
export function createStaticClient(folder: string) {
  const files = new Map<string, Promise<StaticFile>>();

  async function find(path: string): Promise<StaticFile | null> {
    const whole = join(folder, normalize(`/${path}`)); // normalised from a root, so it can't climb out
    const found = await stat(whole).catch(() => null);
    if (!found?.isFile()) return null;
    const known = await files.get(whole);
    if (known?.changedMs === found.mtimeMs) return known;
    const loading = load(whole, found.mtimeMs);
    files.set(whole, loading);
    return loading;
  }

  return async (c: Context): Promise<Response | null> => {
    const path = decode(c.req.path);
    if (path === null) return null;
    const file = path.endsWith('/') ? null : await find(path);
    if (file) return respond(c, path, file);
    // A missing file is missing; any other address belongs to the client's router.
    if (extname(path) !== '') return null;
    const page = await find('index.html');
    return page && respond(c, '/index.html', page);
  };
}

async function load(path: string, changedMs: number): Promise<StaticFile> {
  const bytes = new Uint8Array(await readFile(path));
  const small = bytes.length < shortBytes || incompressible.has(extname(path));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const brotli = small ? null : new Uint8Array(await compress(bytes, quality));
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { changedMs, bytes, brotli, tag };
}

function respond(c: Context, path: string, file: StaticFile): Response {
  const forEver = path.startsWith('/assets/');
  const headers = new Headers({
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.tag,
    vary: 'accept-encoding',
  });
  if (c.req.header('if-none-match') === file.tag) return new Response(null, { status: 304, headers });
  const accepts = (c.req.header('accept-encoding') ?? '').includes('br');
  if (!accepts || file.brotli === null) return new Response(file.bytes, { headers });
  headers.set('content-encoding', 'br');
  return new Response(file.brotli, { headers });
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}
