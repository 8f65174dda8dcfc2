import { compareText } from '../../../domain/compare-text.ts';
import type { Database } from '../neo4j/database.ts';
import { NameIndex } from './candidates.ts';
import { sameNameScore, scoreNames, type NameKind } from './score.ts';

/** One name of a list's entry; an entry has several. */
export interface ListedName {
  entry_id: string;
  list: string;
  name: string;
  kind: NameKind;
}

export interface NameMatch {
  entry_id: string;
  list: string;
  /** The name or alias of the entry that is most like the one asked for. */
  name: string;
  score: number;
  reasons: string[];
}

export interface Screened {
  name: string;
  matches: NameMatch[];
}

/** Reads the names and aliases of the loaded lists, or of one of them. */
export async function readListedNames(database: Database, list?: string): Promise<ListedName[]> {
  const rows = await database.read<{
    entry_id: string;
    list: string;
    names: string[];
    kind: string | null;
  }>(
    `MATCH (w:WatchlistEntry)
     WHERE w.name IS NOT NULL AND ($list IS NULL OR w.list = $list)
     RETURN w.id AS entry_id, coalesce(w.list, '') AS list, w.kind AS kind,
            [w.name] + coalesce(w.aliases, []) AS names
     ORDER BY w._key`,
    { list: list ?? null },
  );
  return rows.flatMap(({ names, kind, ...entry }) =>
    [...new Set(names)].map((name) => ({
      ...entry,
      name,
      kind: kind === 'person' ? ('person' as const) : ('organization' as const),
    })),
  );
}

/** Finds names in lists: prepared once, asked often. */
export class Screening {
  readonly #index = new NameIndex<ListedName>();

  constructor(names: readonly ListedName[]) {
    for (const listed of names) this.#index.add(listed.name, listed.kind, listed);
  }

  /** Entries with a name that is a spelling of this one, each once, the likeliest first. */
  matches(
    name: string,
    least = sameNameScore,
    kinds: readonly NameKind[] = ['person', 'organization'],
    most?: number,
  ): NameMatch[] {
    const best = new Map<string, NameMatch>();
    for (const kind of kinds)
      for (const listed of this.#index.candidates(name, kind, most)) {
        const { score, reasons } = scoreNames(name, listed.name, kind);
        if (score < least) continue;
        const key = `${listed.list}|${listed.entry_id}`;
        if ((best.get(key)?.score ?? 0) >= score) continue;
        const { entry_id, list } = listed;
        best.set(key, { entry_id, list, name: listed.name, score, reasons });
      }
    return [...best.values()].sort(
      (one, other) =>
        other.score - one.score ||
        compareText(`${one.list}|${one.entry_id}`, `${other.list}|${other.entry_id}`),
    );
  }
}
