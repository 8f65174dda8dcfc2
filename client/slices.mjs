import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A view has a folder of its own; none imports another. */
const views = readdirSync(join(import.meta.dirname, 'src', 'views'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `views/${name}`)
  .sort();

/**
 * The folders of `src`, each of which imports only from those above it; a folder within another is one of its own.
 * ESLint holds the order.
 */
export const slices = [
  // What the page is made of, and how it asks the server.
  'state',
  'theme',
  'api',
  'news',
  'subject',
  'provenance',
  // The board: what it is, without React; then as the page's state.
  'board',
  'board/kept',
  'board/judged',
  'workspace',
  // What more than one of those below shows.
  'detection',
  'ui',
  // Who is signed in, and what they may do.
  'account',
  // Who did what.
  'audit',
  // How it stands with Skein itself.
  'condition',
  'styles',
  // What can be done with things on the board, or beside it.
  'sources',
  'judgements',
  'evidence',
  'queries/pattern',
  'queries',
  'search',
  'groups',
  'paths',
  'additions',
  'cases',
  // The board as a graph.
  'canvas/drawn',
  'canvas/force',
  'canvas/render',
  'layouts',
  'canvas/annotations',
  'canvas/timeline',
  'canvas/tools',
  'canvas',
  'trials',
  'triage',
  // The board in any view.
  'views',
  ...views,
  // All clusters at once.
  'clusters',
  // What is seen first.
  'overview',
  'stage',
  // What goes on without being asked.
  'watch',
  'watch/changes',
  'watch/schedules',
  'watch/deliveries',
  'watch/feeds',
  'watch/numbers',
  'watch/page',
  'intake',
  // The page.
  'details',
  'findings',
  'app',
  '.',
];
