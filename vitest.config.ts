import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `--mode long` runs what takes longer than a check may: `npm run test:long`. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? ['test/**/*.long.ts'] : ['test/**/*.test.ts'],
    globalSetup: 'test/servers.ts',
    // Parts of the page say words that the page brings before them.
    setupFiles: ['domain/words/index.ts'],
    // Each file empties its worker's database.
    maxWorkers: Math.min(2, availableParallelism()),
    testTimeout: mode === 'long' ? 60 * 60_000 : 60_000,
    hookTimeout: 240_000,
    // What is waited for comes later on a machine that does much else; one second is no measure of anything.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './test/counts-reporter.ts'],
  },
}));
