import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { nodeIcons } from './client/node-icons.ts';
import LongestFirst from './test/longest-first.ts';
import { longFiles, projects } from './test/projects.ts';

const minute = 60_000;
/** What runs the program, and what asks a server of Neo4j or looks at the page. */
const compiled = ['test/program.ts'];
const served = [...compiled, 'test/servers.ts', 'test/browser/page.ts'];

const ofAll = {
  setupFiles: ['test/locale.ts'],
  // Each file that needs a database empties its worker's.
  maxWorkers: Math.min(2, availableParallelism()),
  // Only what hangs ends here: machines differ tenfold.
  testTimeout: 5 * minute,
  hookTimeout: 15 * minute,
  // What is waited for comes later on a machine that does much else; one second is no measure of anything.
  expect: { poll: { timeout: minute } },
  // Of the root's, projects take on the tags alone.
  tagsFilter: ['!long'],
};

function project(
  name: keyof typeof projects,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  // One after the other: a worker keeps what it has read from one file to the next of its project.
  const sequence = { groupOrder: Object.keys(projects).indexOf(name) };
  return {
    plugins: [nodeIcons()],
    test: { ...ofAll, ...projects[name], ...test, name, sequence },
  };
}

/** What takes longer than a check may, and shows what others show in more cases. */
const long = { name: 'long', description: 'run by `npm run test:long`', timeout: 60 * minute };

/** `--mode long` runs the tests that are tagged so, and no others. */
export default defineConfig(({ mode }) => ({
  plugins: [nodeIcons()],
  test: {
    reporters: ['default', './test/counts-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    tags: [long],
    ...(mode === 'long'
      ? { ...ofAll, include: longFiles(), globalSetup: served, tagsFilter: ['long'] }
      : {
          projects: [
            project('unit', { isolate: false }),
            project('files', { globalSetup: compiled }),
            // What one file has compiled, the next need not: a fifth less time. Each has its database empty and a home of its own.
            project('db', { globalSetup: served, isolate: false }),
            project('browser', { globalSetup: served, isolate: false }),
          ],
        }),
  },
}));
