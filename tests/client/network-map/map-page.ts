/** Builds the page with the maps and serves it; the browser that opens it is the caller's. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import icons from 'unplugin-icons/vite';
import { build, preview } from 'vite';
import solid from 'vite-plugin-solid';

export type MapPage = {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
};

export async function serveMapPage(): Promise<MapPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'trama-map-page-'));
  const root = join(import.meta.dirname, 'page');
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  await build({
    ...shared,
    plugins: [solid(), icons({ compiler: 'solid' })],
    build: { outDir, target: 'es2022', emptyOutDir: true, minify: false },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the map page got no port');
  let closed: Promise<void> | undefined;
  const end = async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      closed ??= end();
      return closed;
    },
  };
}
