import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { createApp } from '../../server/http/app.ts';
import { createLog } from '../../server/http/request-log.ts';
import { serve, type Serving } from '../../server/http/serve.ts';
import type { Database } from '../../server/neo4j/database.ts';
import type { Settings } from '../../server/settings.ts';

/** The page as it stands in the source, built into a folder of its own. */
export async function buildPage(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-page-'));
  // Of tests it would be the page of developers, which is larger and slower.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(import.meta.dirname, '../../client/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder },
    });
  } finally {
    process.env['NODE_ENV'] = before;
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The product's own server with that page; port 0 lets the system choose. */
export function servePage(
  database: Database,
  settings: Settings,
  page: string,
  port: number,
): Promise<Serving> {
  const log = createLog('silent');
  return serve(createApp({ database, settings, log, page }), '127.0.0.1', port);
}
