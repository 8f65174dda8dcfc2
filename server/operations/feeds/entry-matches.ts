import { compareText } from '../../../domain/compare-text.ts';
import type { CellValue } from '../../../domain/input/cell.ts';
import { derivedRelationOf } from '../../../domain/schema/derived.ts';
import type { ListDifference, ListMatch } from '../../../domain/feed.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { Inferred } from '../../detection/derive/derivation.ts';
import {
  knownAddresses,
  readParties,
  tiesToEntries,
  unlistedTypes,
  type Party,
} from '../../detection/derive/entity-ties.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { EntryDifference } from './list-difference.ts';
import type { ListEntry } from './list-entries.ts';

type Matches = ListDifference['matches'];

/**
 * Screens everybody in the graph against what an edition added and changed, as it is now and as it was, by the rule by
 * which detection ties them to entries. An address alone is no match.
 */
export async function screenDifference(
  database: Database,
  { added, changed, removed }: EntryDifference,
  now: string,
): Promise<Matches> {
  const was = [...changed.map(({ before }) => before), ...removed];
  const is = [...added, ...changed.map(({ after }) => after)];
  if (was.length + is.length === 0) return { new: [], changed: [], gone: [] };
  const parties = await readParties(database, now, unlistedTypes);
  const known = await knownAddresses(database, now);
  return compared(matchesOf(parties, was, known), matchesOf(parties, is, known));
}

function matchesOf(
  parties: readonly Party[],
  entries: readonly ListEntry[],
  known: ReadonlySet<string>,
): Map<string, ListMatch> {
  if (entries.length === 0) return new Map();
  const names = new Map(
    [...parties, ...entries.map(partyOf)].map((party) => [nameKey(party), party.name ?? party.id]),
  );
  const ties = tiesToEntries([...parties, ...entries.map(partyOf)], known);
  const found = [...groupBy(ties, pairOf)]
    .filter(([, all]) => all.some(({ relation }) => relation !== 'SAME_ADDRESS'))
    .map(([pair, all]) => [pair, matchOf(all, names)] as const);
  return new Map(found.sort(([one], [other]) => compareText(one, other)));
}

function nameKey({ type, key }: Pick<Party, 'type' | 'key'>): string {
  return `${type}:${key}`;
}

function pairOf({ from, to }: Inferred): string {
  return `${from.type}:${from.key ?? from.id} ${to.key ?? to.id}`;
}

/** Agreements beside each other add up. */
function matchOf(ties: readonly Inferred[], names: ReadonlyMap<string, string>): ListMatch {
  const { from, to } = ties[0]!;
  const rest = ties.reduce((left, { score }) => left * (1 - score), 1);
  return {
    subject: { type: from.type, id: from.id },
    name: names.get(`${from.type}:${from.key ?? from.id}`) ?? from.id,
    entry: to.id,
    entry_name: names.get(`${to.type}:${to.key ?? to.id}`) ?? to.id,
    score: Math.round((1 - rest) * 1e6) / 1e6,
    reasons: ties
      .map(({ relation, reason }) => ({
        relation: `derived.${derivedRelationOf(relation)!.rule}`,
        reason,
      }))
      .sort((one, other) => compareText(said(one), said(other))),
  };
}

function said({ relation, reason }: ListMatch['reasons'][number]): string {
  return `${relation} ${reason}`;
}

function compared(
  before: ReadonlyMap<string, ListMatch>,
  after: ReadonlyMap<string, ListMatch>,
): Matches {
  const matches: Matches = { new: [], changed: [], gone: [] };
  for (const [pair, match] of after) {
    const earlier = before.get(pair);
    if (!earlier) matches.new.push(match);
    else if (!isSame(earlier, match)) matches.changed.push({ before: earlier, after: match });
  }
  for (const [pair, match] of before) if (!after.has(pair)) matches.gone.push(match);
  return matches;
}

function isSame(one: ListMatch, other: ListMatch): boolean {
  return (
    one.score === other.score &&
    one.reasons.map(said).join('\n') === other.reasons.map(said).join('\n')
  );
}

/** An entry as the rule takes it; what it was before may differ from what the graph says now. */
function partyOf({ key, id, name, values }: ListEntry): Party {
  return {
    type: 'watchlist_entry',
    id,
    key,
    name,
    aliases: textsOf(values['aliases']),
    kind: textOf(values['kind']),
    birth_date: textOf(values['birth_date']),
    addresses: textsOf(values['addresses']),
    identifiers: textsOf(values['identifiers']),
    contacts: { email: null, phone: null, website: null },
  };
}

function textOf(value: CellValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: CellValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
