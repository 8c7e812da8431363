import { fileURLToPath } from 'node:url';
import icons from 'unplugin-icons/vite';
import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';

// zod probes `new Function` as its first schema is made, which our Content-Security-Policy forbids and reports: it must
// be told not to before, in the chunk it lives in.
const zodWithoutEval = '(globalThis.__zod_globalConfig ??= {}).jitless = true;';

// Every zod schema carries the code that would describe it as JSON Schema: 6 KB packed that no page ever runs.
const withoutJsonSchemas: Plugin = {
  name: 'zod-without-json-schemas',
  transform: {
    filter: { id: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ },
    handler: (code) =>
      [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)]
        .map(([, name]) => `export const ${name} = () => undefined;`)
        .join('\n'),
  },
};

const routerWithoutTransitions: Plugin = {
  name: 'router-without-transitions',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^solid-js$/ },
    handler: (_, importer) =>
      importer?.includes('/@solidjs/router/')
        ? fileURLToPath(new URL('client/app/solid-for-router.ts', import.meta.url))
        : null,
  },
};

// The client's only build. The server runs its TypeScript as it is.
export default defineConfig({
  root: 'client',
  plugins: [routerWithoutTransitions, solid(), icons({ compiler: 'solid' }), withoutJsonSchemas],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // What each page loads, for the test that weighs the first one.
    manifest: true,
    rolldownOptions: {
      output: {
        // One file for what every page needs: many small ones pack worse and are asked for one by one.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
        banner: ({ moduleIds }) => (moduleIds.some((id) => id.includes('/zod/')) ? zodWithoutEval : ''),
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3000', '/sync': { target: 'ws://localhost:3000', ws: true } },
  },
});
