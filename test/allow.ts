import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestDatabase } from './database.ts';

type Lists = Record<string, readonly string[]>;

/** Writes what the operator allows, as SKEIN_HOME/allowed.json says it; the folders are not made. */
export async function allow(
  { settings }: Pick<TestDatabase, 'settings'>,
  lists: { reports?: Lists; inboxes?: Lists; feeds?: Lists },
): Promise<void> {
  await mkdir(settings.home, { recursive: true });
  await writeFile(join(settings.home, 'allowed.json'), JSON.stringify(lists));
}
