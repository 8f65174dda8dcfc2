import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite client` shows the page as it is edited, beside a running `skein up` on the usual port. */
const server = process.env['SKEIN_DEV_SERVER'] ?? 'http://127.0.0.1:4680';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    // What tells zod not to compile its checks must run before any schema is declared, in whatever chunk that is.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/api\/no-eval\.ts/ }],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: true } } },
});
