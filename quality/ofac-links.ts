import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { tiesAmong, type Party } from '../server/detection/derive/entity-ties.ts';
import { importOfac } from '../server/ingest/importers/ofac.ts';
import { companyWords, readCompany } from '../server/graph/names/company.ts';
import { personWords } from '../server/graph/names/person.ts';
import { Screening } from '../server/graph/names/screen.ts';
import { measuredShare, type Measured } from './intervals.ts';

/** Hits among the ten best candidates, of the hidden links. */
export interface LinksFound {
  /** By what the two entries' own rows share: address, number, spelling of a name. */
  ties: Measured;
  /** The candidates that most others link to. */
  popularity: Measured;
  /** The candidates that the same others link to. */
  adjacency: Measured;
}

export interface OfacLinksQuality {
  links: number;
  hidden: number;
  /** Hidden links whose ends share an address, a number or a rare word of a name. */
  sharing: LinksFound;
  all: LinksFound;
}

const best = 10;
/** Names this far apart may still hold a word in common that few hold. */
const leastLike = 0.3;
/** A word that more entries bear is no evidence. */
const rareWord = 50;
const hiddenPart = 5;

type Row = Record<string, string>;

/**
 * Hides a fifth of the "Linked To" edges of a list and looks for them again by the shipped ties. The target's name
 * is struck from what the other end's row says; entry numbers are no feature. Null where the folder is absent.
 */
export async function measureOfacLinks(folder: string): Promise<OfacLinksQuality | null> {
  if (!existsSync(folder)) return null;
  const out = await mkdtemp(join(tmpdir(), 'skein-ofac-'));
  try {
    await importOfac(folder, out, {});
    const entries = await rowsOf(join(out, 'watchlist.csv'));
    const links = (await rowsOf(join(out, 'links.csv'))).map((row): Edge => ({
      from: row['from_id'] ?? '',
      to: row['to_id'] ?? '',
    }));
    return compare(entries, links);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

interface Edge {
  from: string;
  to: string;
}

function compare(entries: readonly Row[], links: readonly Edge[]): OfacLinksQuality {
  const hidden = links.filter(isHidden);
  const kept = links.filter((edge) => !isHidden(edge));
  const rankers = {
    ties: tieRanker(entries, links),
    popularity: popularityRanker(kept),
    adjacency: adjacencyRanker(kept),
  };
  const known = new Map<string, Set<string>>();
  for (const { from, to } of kept) known.set(from, (known.get(from) ?? new Set()).add(to));
  const hit = (ranker: Ranker) => (edge: Edge) => {
    const others = [...ranker(edge.from)]
      .filter(([id]) => id !== edge.from && !known.get(edge.from)?.has(id))
      .sort((a, b) => b[1] - a[1] || (hashOf(a[0]) < hashOf(b[0]) ? -1 : 1));
    return others.slice(0, best).some(([id]) => id === edge.to);
  };
  const found = (edges: readonly Edge[]): LinksFound => ({
    ties: measuredShare(edges.map(hit(rankers.ties))),
    popularity: measuredShare(edges.map(hit(rankers.popularity))),
    adjacency: measuredShare(edges.map(hit(rankers.adjacency))),
  });
  const shares = evidenceOf(entries);
  return {
    links: links.length,
    hidden: hidden.length,
    sharing: found(hidden.filter(({ from, to }) => shares(from, to))),
    all: found(hidden),
  };
}

function isHidden({ from, to }: Edge): boolean {
  return Number.parseInt(hashOf(`${from} ${to}`).slice(0, 8), 16) % hiddenPart === 0;
}

/** Ties are broken by this, so that no order of entry numbers can leak. */
const hashes = new Map<string, string>();
function hashOf(text: string): string {
  const kept = hashes.get(text);
  if (kept !== undefined) return kept;
  const hash = createHash('sha256').update(text).digest('hex');
  hashes.set(text, hash);
  return hash;
}

/** Candidates for an entry, each with how much speaks for it. */
type Ranker = (from: string) => ReadonlyMap<string, number>;

function tieRanker(entries: readonly Row[], links: readonly Edge[]): Ranker {
  const targets = new Map<string, string[]>();
  const nameOf = new Map(entries.map((row) => [row['entry_id'] ?? '', row['name'] ?? '']));
  for (const { from, to } of links)
    targets.set(from, [...(targets.get(from) ?? []), nameOf.get(to) ?? '']);
  const parties = entries.map((row) => partyOf(row, targets.get(row['entry_id'] ?? '') ?? []));
  const scores = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, score: number) => {
    const of = scores.get(from) ?? new Map<string, number>();
    scores.set(from, of.set(to, (of.get(to) ?? 0) + score));
  };
  for (const { from, to, score } of tiesAmong(parties, new Set())) {
    add(from.id, to.id, score);
    add(to.id, from.id, score);
  }
  const screening = new Screening(
    parties.flatMap((party) =>
      [party.name!, ...party.aliases].map((name) => ({
        entry_id: party.id,
        list: '',
        name,
        kind: party.type === 'person' ? ('person' as const) : ('organization' as const),
      })),
    ),
  );
  const byId = new Map(parties.map((party) => [party.id, party]));
  return (from) => {
    const all = new Map(scores.get(from));
    const party = byId.get(from);
    for (const name of party ? [party.name!, ...party.aliases] : [])
      for (const { entry_id, score } of screening.matches(name, leastLike))
        if (entry_id !== from) all.set(entry_id, Math.max(all.get(entry_id) ?? 0, score * 0.3));
    return all;
  };
}

/** As a register's row, for the shipped rules tie no two entries of lists. */
function partyOf(row: Row, struck: readonly string[]): Party {
  const list = (column: string) => (row[column] ?? '').split('|').filter((item) => item !== '');
  const without = (text: string) =>
    struck.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, '')), text);
  return {
    type: row['kind'] === 'person' ? 'person' : 'company',
    id: row['entry_id'] ?? '',
    key: row['entry_id'] ?? '',
    name: row['name'] ?? '',
    aliases: list('aliases'),
    kind: row['kind'] ?? null,
    birth_date: row['birth_date'] === '' ? null : (row['birth_date'] ?? null),
    addresses: list('addresses'),
    identifiers: list('identifiers').map(without),
    contacts: { email: null, phone: null, website: null },
  };
}

function popularityRanker(kept: readonly Edge[]): Ranker {
  const counts = new Map<string, number>();
  for (const { to } of kept) counts.set(to, (counts.get(to) ?? 0) + 1);
  return () => counts;
}

/** Who is linked to what the entry is linked to: their other links. */
function adjacencyRanker(kept: readonly Edge[]): Ranker {
  const near = new Map<string, Set<string>>();
  for (const { from, to } of kept) {
    near.set(from, (near.get(from) ?? new Set()).add(to));
    near.set(to, (near.get(to) ?? new Set()).add(from));
  }
  return (from) => {
    const counts = new Map<string, number>();
    for (const neighbour of near.get(from) ?? [])
      for (const second of near.get(neighbour) ?? [])
        for (const third of [second, ...(near.get(second) ?? [])])
          counts.set(third, (counts.get(third) ?? 0) + (third === second ? 1 : 0.2));
    return counts;
  };
}

/** Whether the rows of two entries share an address, a number or a rare word of a name. */
function evidenceOf(entries: readonly Row[]): (from: string, to: string) => boolean {
  const parties = entries.map((row) => partyOf(row, []));
  const tied = new Set(
    tiesAmong(parties, new Set()).flatMap(({ from, to }) => [
      `${from.id} ${to.id}`,
      `${to.id} ${from.id}`,
    ]),
  );
  const wordsOf = new Map(
    parties.map((party) => {
      const words = [party.name!, ...party.aliases].flatMap((name) =>
        party.type === 'person'
          ? personWords(name)
          : readCompany(name).flatMap(({ words: all }) =>
              companyWords(all).flatMap(({ text, weight }) => (weight === 1 ? [text] : [])),
            ),
      );
      return [party.id, new Set(words.filter((word) => word.length >= 4))];
    }),
  );
  const bearers = new Map<string, number>();
  for (const words of wordsOf.values())
    for (const word of words) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  return (from, to) => {
    if (tied.has(`${from} ${to}`)) return true;
    const other = wordsOf.get(to) ?? new Set<string>();
    return [...(wordsOf.get(from) ?? [])].some(
      (word) => other.has(word) && bearers.get(word)! <= rareWord,
    );
  };
}

async function rowsOf(file: string): Promise<Row[]> {
  return parse(await readFile(file), { columns: true, bom: true });
}
