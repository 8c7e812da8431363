import icons from 'unplugin-icons/vite';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// The client's only build. The server runs its TypeScript as it is.
export default defineConfig({
  root: 'client',
  plugins: [solid(), icons({ compiler: 'solid' })],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: true },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3000', '/sync': { target: 'ws://localhost:3000', ws: true } },
  },
});
