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
        // Named for all who share it, a file would have a name of a hundred letters.
        chunkFileNames: ({ name }) =>
          name.startsWith('shared') ? 'assets/shared-[hash].js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'zod', test: /node_modules\/zod\/|src\/api\/no-eval\.ts/, priority: 1 },
            // Fifty small files that several rooms share take longer to come than one that is a little larger.
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 40_000,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: true } } },
});
