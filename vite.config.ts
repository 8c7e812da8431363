import icons from 'unplugin-icons/vite';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// zod probes `new Function` as its first schema is made, which our Content-Security-Policy forbids and reports: it must
// be told not to before, in the chunk it lives in.
const zodWithoutEval = '(globalThis.__zod_globalConfig ??= {}).jitless = true;';

// The client's only build. The server runs its TypeScript as it is.
export default defineConfig({
  root: 'client',
  plugins: [solid(), icons({ compiler: 'solid' })],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        banner: ({ moduleIds }) => (moduleIds.some((id) => id.includes('/zod/')) ? zodWithoutEval : ''),
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3000', '/sync': { target: 'ws://localhost:3000', ws: true } },
  },
});
