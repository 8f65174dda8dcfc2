/** Which listed parties clusters lead to, by the findings of a run. */
import { z } from 'zod';
import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Cluster, BareFinding } from '../../../domain/finding.ts';
import type { Stakes } from '../../../domain/ranking.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { applyExceptions, type Excepting } from '../link/excepted.ts';

type Listed = Stakes['listed'];
interface Entry {
  list: string;
  id: string;
}

/** What every detector of the family `watchlist` says of the entries that it leads to. */
const ofOne = z.object({ list: z.string().nullable(), entry: z.string() });
const ofSeveral = z.object({ entries: z.array(ofOne) });

interface Looking {
  clusters: readonly Cluster[];
  findings: readonly BareFinding[];
  /** Ids of the detectors whose findings are about watchlists, and of those that bind. */
  watching: ReadonlySet<string>;
  binding: ReadonlySet<string>;
  exceptions: readonly Excepting[];
  /** A finding that is weaker identifies nobody. */
  from: number;
  asOf: string;
}

/** By cluster, surest first. An entry that was taken off its list by then is none. */
export async function listedBehind(
  database: Database,
  { clusters, findings, watching, binding, exceptions, from, asOf }: Looking,
): Promise<Map<string, Listed>> {
  const matches = findings.filter(({ detector }) => watching.has(detector));
  const counted = applyExceptions(matches, exceptions, binding).findings.filter(
    ({ score }) => score >= from,
  );
  const named = await entriesOf(database, counted.flatMap(entriesIn), asOf);
  return new Map(
    clusters.map(({ id, accounts }) => {
      const members = new Set(accounts);
      const own = counted.filter((finding) => finding.accounts.some((one) => members.has(one)));
      return [id, listedBy(own, named)];
    }),
  );
}

function listedBy(findings: readonly BareFinding[], named: ReadonlyMap<string, string>): Listed {
  const found = new Map<string, Listed[number]>();
  for (const finding of findings)
    for (const { list, id } of entriesIn(finding)) {
      const name = named.get(keyOf({ list, id }));
      if (name === undefined) continue;
      const one = found.get(keyOf({ list, id })) ?? {
        ...{ node: { type: 'watchlist_entry' as const, id }, list, name },
        ...{ score: 0, findings: [] },
      };
      one.score = Math.max(one.score, finding.score);
      if (!one.findings.includes(finding.id)) one.findings.push(finding.id);
      found.set(keyOf({ list, id }), one);
    }
  return [...found.entries()]
    .sort(([one, a], [other, b]) => b.score - a.score || compareText(one, other))
    .map(([, entry]) => ({ ...entry, findings: entry.findings.sort(compareText) }));
}

function entriesIn({ facts }: BareFinding): Entry[] {
  const several = ofSeveral.safeParse(facts);
  const one = ofOne.safeParse(facts);
  const entries = several.success ? several.data.entries : one.success ? [one.data] : [];
  return entries.flatMap(({ list, entry: id }) => (list === null ? [] : [{ list, id }]));
}

/** Names, by key. */
async function entriesOf(
  database: Database,
  entries: readonly Entry[],
  asOf: string,
): Promise<Map<string, string>> {
  const distinct = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const rows = await database.read<Entry & { name: string }>(loadQuery('rank/entries'), {
    ...{ entries: [...distinct.values()], as_of: asOf },
  });
  return new Map(rows.map((row) => [keyOf(row), row.name]));
}

function keyOf({ list, id }: Entry): string {
  return JSON.stringify([list, id]);
}
