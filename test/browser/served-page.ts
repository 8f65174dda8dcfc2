import { createApp } from '../../server/edge/http/app.ts';
import { createLog } from '../../server/edge/http/request-log.ts';
import { serve, type Serving } from '../../server/edge/http/serve.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';
import type { Settings } from '../../server/platform/settings/settings.ts';
import { clickLimitMs } from '../patience.ts';

/** The product's own server with the page that was built; port 0 lets the system choose. */
export function servePage(database: Database, settings: Settings, port: number): Promise<Serving> {
  const log = createLog('silent');
  return serve(createApp({ database, settings, log, clickLimitMs }), '127.0.0.1', port);
}
