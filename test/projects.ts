/** Which vitest project a test file belongs to: what it imports says whether it needs a database. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const checkout = join(import.meta.dirname, '..');

/** Whoever imports one of these, by whatever way within test/, needs a database. */
const databases = ['test/database.ts', 'test/hostile/house.ts', 'server/operations/store/open.ts'];

/** What its files do: look at the page in a browser. */
const browser = ['test/browser/**/*.test.ts'];

function testsIn(room: string): string {
  return `test/${room}/**/*.test.ts`;
}

/** They need no database but other programs, much memory, or more seconds than somebody who waits for `unit` likes. */
const slow = [
  ...['custody', 'enrichment', 'evidence', 'worlds', 'importers', 'masking'].map(testsIn),
  ...['picture', 'setup', 'timestamp'].map(testsIn),
  'test/datasets/silverstar.test.ts',
  'test/load/csv-linear.test.ts',
  'test/load/streaming.test.ts',
  'test/neo4j/own-nodes.test.ts',
];

/** The globs of the test files of each project, and those that are left out of them. */
export const projects = {
  /** No server, no other program; all of them take seconds. */
  unit: { include: ['test/**/*.test.ts'], exclude: [...browser, ...slow, ...askingDatabase()] },
  /** Files and other programs, without a database. */
  files: { include: slow, exclude: askingDatabase() },
  /** A real Neo4j. */
  db: { include: askingDatabase(), exclude: browser },
  /** The page in a real browser, with a real Neo4j behind it. */
  browser: { include: browser, exclude: [] },
};

/** Those with a test that `npm run test:long` runs. */
export function longFiles(): string[] {
  const says = /from '(?:\.\.\/)+long\.ts'|@module-tag long/;
  return testFiles().filter((path) => says.test(readFileSync(join(checkout, path), 'utf8')));
}

function askingDatabase(): string[] {
  return testFiles().filter((path) => databases.some((database) => imports(path).has(database)));
}

function testFiles(): string[] {
  return readdirSync(join(checkout, 'test'), { recursive: true })
    .map((path) => join('test', String(path)))
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
}

/** All that a file imports by a relative path, and what those of them import that lie in test/ too. */
function imports(path: string, found = new Set<string>()): Set<string> {
  const text = readFileSync(join(checkout, path), 'utf8');
  for (const [, specifier] of text.matchAll(/from '(\.[^']+\.ts)'/g)) {
    const imported = normalize(join(dirname(path), specifier!));
    if (found.has(imported)) continue;
    found.add(imported);
    if (imported.startsWith('test/')) imports(imported, found);
  }
  return found;
}
