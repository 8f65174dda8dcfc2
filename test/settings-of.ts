import { join } from 'node:path';
import { noDelivery } from '../server/platform/settings/delivery-settings.ts';
import type { Connection } from '../server/platform/settings/settings.ts';
import { noTimestamps, type Settings } from '../server/platform/settings/settings.ts';

/** Of a home, with a database of its own or that of the connection; nothing of the environment. */
export function settingsOf(home: string, neo4j: Connection | null = null): Settings {
  return {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    // Who signs in is tested in test/people.
    open: true,
    port: null,
    neo4j,
    timestamps: noTimestamps,
    delivery: noDelivery,
  };
}
