import { defineConfig } from 'vitest/config';

/** `--mode long` runs what takes longer than a check may: `npm run test:long`. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? ['test/**/*.long.ts'] : ['test/**/*.test.ts'],
    globalSetup: 'test/shared-server.ts',
    // One database is shared, and each file empties it.
    fileParallelism: false,
    testTimeout: mode === 'long' ? 60 * 60_000 : 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/counts-reporter.ts'],
  },
}));
