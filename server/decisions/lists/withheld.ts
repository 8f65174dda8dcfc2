/** What somebody may not know of: the entries of lists that are marked for others, and what rests on them. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Screening } from '../../../domain/feed.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { reader } from '../cases/members.ts';
import { WithheldWords } from './withheld-words.ts';

export interface Withheld {
  /** Whether it is, or holds as a word, the name of a list or the id of something that is withheld. */
  names: (text: string) => boolean;
  /** Whether it is such a name or id itself, or a reference to an entry. */
  is: (text: string) => boolean;
  /** Whether the row of a file says an entry that is withheld. */
  row: (sha256: string, line: number) => boolean;
  /** Whether nothing but findings that are withheld has the detector speak of an account or a cluster. */
  onlyBy: (detector: string, of: string) => boolean;
  /** Accounts that a finding that is withheld has in common. */
  together: readonly (readonly string[])[];
  /** Names of the lists. */
  lists: ReadonlySet<string>;
}

interface Marking {
  list: string;
  members: string[];
}

/** Null for whoever may know of all lists, which is one question; what is withheld is kept until something has changed. */
export async function withheldFromReader(database: Database): Promise<Withheld | null> {
  const name = reader();
  if (name === null) return null;
  const marked = await database.read<Marking>(loadQuery('lists/marked'));
  const lists = marked.filter(({ members }) => !members.includes(name)).map(({ list }) => list);
  if (lists.length === 0) return null;
  const [state] = await database.read<object>(loadQuery('lists/state'));
  return kept(database, JSON.stringify([lists, state]), () => read(database, lists));
}

/** Of so many groups of people who are named alike. */
const mostKept = 16;
const known = new WeakMap<Database, Map<string, Promise<Withheld>>>();

async function kept(
  database: Database,
  key: string,
  reading: () => Promise<Withheld>,
): Promise<Withheld> {
  const all = known.get(database) ?? new Map<string, Promise<Withheld>>();
  known.set(database, all);
  const before = all.get(key);
  if (before) return before;
  const made = reading();
  all.set(key, made);
  for (const old of [...all.keys()].slice(0, -mostKept)) all.delete(old);
  try {
    return await made;
  } catch (error) {
    all.delete(key);
    throw error;
  }
}

interface EntryRow {
  id: string;
  key: string;
  sources: string[];
}

interface FindingRow {
  id: string;
  detector: string;
  accounts: string[];
  cluster: string | null;
  entries: string[];
}

async function read(database: Database, lists: readonly string[]): Promise<Withheld> {
  const entries = await database.read<EntryRow>(loadQuery('lists/entries'), { lists });
  const ids = new Set(entries.map(({ id }) => id));
  const findings = await database.read<FindingRow>(loadQuery('lists/findings'));
  const resting = findings.filter((finding) => finding.entries.some((id) => ids.has(id)));
  const hidden = new Set(resting.map(({ id }) => id));
  const others = findings.filter(({ id }) => !hidden.has(id));
  const spoken = new Set(others.flatMap(spokenOf));
  const onlyBy = new Set(resting.flatMap(spokenOf).filter((one) => !spoken.has(one)));
  const words = new WithheldWords(
    [
      ...entries.flatMap(({ id, key }) => [id, key]),
      ...hidden,
      ...(await clustersBy(database, resting)),
      ...(await screened(database, lists)),
      ...(await answersAboutEntries(database)),
    ],
    lists,
  );
  const rows = await rowsOf(database, entries);
  return {
    names: (text) => words.isIn(text),
    is: (text) => words.has(text) || words.has(text.slice(text.indexOf(':') + 1)),
    row: (sha256, line) => rows.has(`${sha256}:${line}`),
    onlyBy: (detector, of) => onlyBy.has(`${detector}\n${of}`),
    together: resting.map(({ accounts }) => accounts).filter(({ length }) => length > 1),
    lists: new Set(lists),
  };
}

function spokenOf({ detector, accounts, cluster }: FindingRow): string[] {
  return [...accounts, ...(cluster === null ? [] : [cluster])].map((of) => `${detector}\n${of}`);
}

/** Those that rest on these findings and on no others. */
async function clustersBy(database: Database, resting: readonly FindingRow[]): Promise<string[]> {
  const clusters = [...new Set(resting.flatMap(({ cluster }) => cluster ?? []))];
  const beyond = await database.read<{ cluster: string }>(loadQuery('lists/clusters_beyond'), {
    ...{ clusters, findings: [...new Set(resting.map(({ id }) => id))] },
  });
  const others = new Set(beyond.map(({ cluster }) => cluster));
  return clusters.filter((id) => !others.has(id));
}

async function screened(database: Database, lists: readonly string[]): Promise<string[]> {
  const rows = await database.read<{ id: string; json: string }>(loadQuery('lists/screened'), {
    lists,
  });
  return rows.flatMap(({ id, json }) => [id, (JSON.parse(json) as Screening).load]);
}

/** A query that names no entries, and nothing that leads to one, has not looked at any. */
const looksAtEntries = /WatchlistEntry|LISTED_OWNS|SAME_(?:NAME|ADDRESS|IDENTIFIER)|LINKED_TO/;

async function answersAboutEntries(database: Database): Promise<string[]> {
  const rows = await database.read<{ id: string; text: string | null }>(
    loadQuery('lists/answers_of_patterns'),
  );
  return rows.filter(({ text }) => text === null || looksAtEntries.test(text)).map(({ id }) => id);
}

async function rowsOf(database: Database, entries: readonly EntryRow[]): Promise<Set<string>> {
  const cited = entries.flatMap(({ sources }) => sources);
  const sourceOf = await sourcesAmong(database, cited);
  return new Set(
    cited.map((source) => {
      const { sha256, line } = sourceOf(source);
      return `${sha256}:${line}`;
    }),
  );
}
