import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noDelivery } from '../server/platform/settings/delivery-settings.ts';
import { noTimestamps, type Settings } from '../server/platform/settings/settings.ts';

/** The settings of a new home of that name in the folder, with a local Neo4j. */
export async function homeIn(folder: string, name: string): Promise<Settings> {
  const home = join(folder, name);
  await mkdir(home);
  return settingsOf(home);
}

export function settingsOf(home: string): Settings {
  return {
    ...{ home, sources: join(home, 'sources'), host: '127.0.0.1', port: null, neo4j: null },
    ...{ timestamps: noTimestamps, delivery: noDelivery, open: true },
  };
}
