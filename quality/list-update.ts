import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importOfac } from '../server/ingest/importers/ofac.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { readListedNames, Screening } from '../server/graph/names/screen.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import type { Progress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';

export interface ListUpdateQuality {
  entry: string;
  /** What the second load counted as changed and as new in the list. */
  updated: number;
  added: number;
  /** Whether the entry keeps what it said before, so that the change is reported. */
  reported: boolean;
  /** Aliases that the later edition adds to the entry. */
  newAliases: string[];
  /** Names asked for, and how like one of the entry's names they were before and after; 0 for no match. */
  names: { name: string; before: number; after: number }[];
}

const entry = 'OFAC-SDN-24977';
/** The new aliases as others would write them, and the Chinese name that no edition gives. */
const otherSpellings = [
  'Unsong Internet Technology Corp.',
  'China Silverstar Internet Technology Co',
  'Yanji Silverstar Network Technology Company Limited',
  '延边银星网络科技有限公司',
  'Yanbian Silverstar Network Technology',
];

/**
 * Loads the editions of 2019 and of July 2021 one after the other, through the shipped import and load, into an
 * empty database. Null where they are absent.
 */
export async function measureListUpdate(
  data: string,
  { database, settings, progress }: { database: Database; settings: Settings; progress: Progress },
): Promise<ListUpdateQuality | null> {
  const [earlier, later] = ['ofac-sdn-2019', 'ofac-sdn-2021-07'].map((name) => join(data, name));
  if (!existsSync(earlier!) || !existsSync(later!)) return null;
  const out = await mkdtemp(join(tmpdir(), 'skein-lists-'));
  try {
    const load = async (source: string, name: string) => {
      await importOfac(source, join(out, name), {});
      return loadFolders(database, settings, [join(out, name)], {}, progress);
    };
    await load(earlier!, 'earlier');
    const before = await state(database);
    const loaded = await load(later!, 'later');
    const after = await state(database);
    const watchlist = loaded.files.find(({ file }) => file.startsWith('watchlist'));
    const newAliases = after.aliases.filter((alias) => !before.aliases.includes(alias));
    return {
      entry,
      updated: watchlist?.updated ?? 0,
      added: watchlist?.added ?? 0,
      reported: after.history > before.history,
      newAliases,
      names: [...new Set([...newAliases, ...otherSpellings])].map((name) => ({
        name,
        before: likeness(before.screening, name),
        after: likeness(after.screening, name),
      })),
    };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function state(database: Database) {
  const [row] = await database.read<{ aliases: string[]; history: number }>(
    `MATCH (w:WatchlistEntry {id: $entry})
     RETURN coalesce(w.aliases, []) AS aliases, size(coalesce(w._history, [])) AS history`,
    { entry },
  );
  return {
    aliases: row?.aliases ?? [],
    history: row?.history ?? 0,
    screening: new Screening(await readListedNames(database)),
  };
}

function likeness(screening: Screening, name: string): number {
  return screening.matches(name).find(({ entry_id }) => entry_id === entry)?.score ?? 0;
}
