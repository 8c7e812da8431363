/**
 * The program of sync-main.ts as one file. Loading it from its sources reads hundreds of small files for more than a
 * second; a loop of a thousand kills starts it a thousand times.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Answers the file's path. */
export async function bundleSyncProgram(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins: [ownAddresses],
    ssr: { noExternal: true },
    build: {
      ssr: 'tests/support/sync-main.ts',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rollupOptions: { output: { format: 'es', entryFileNames: 'sync-main.mjs' } },
    },
  });
  return join(folder, 'sync-main.mjs');
}

/** What a source finds beside itself (a worker, say) stays beside it. */
const ownAddresses = {
  name: 'own-addresses',
  transform: (code: string, id: string) =>
    code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : undefined,
};
