import { nodeTypeOfLabel, type NodeRef } from '../../../domain/schema/graph.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { reasonsMessages } from '../../../domain/messages/en/reasons.ts';
import { UnionFind } from '../link/union-find.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Derivation, Inferred } from './derivation.ts';
import { ownedByListed, type Owned, type Stake } from './ownership.ts';

const says = reasonsMessages.ownership;

/**
 * As sure as the ties of a party to an entry must be together: a number, a name with the birth date, or two that agree
 * beside each other, such as name and address. One address alone, or one name alone, is less.
 */
const identified = 0.65;

/** What parties that agree with entries own to 50 % or more; see `ownership.ts` for the rule. */
const listedOwnership: Derivation = {
  version: 1,
  makes: ['LISTED_OWNS'],
  infer: async (database, asOf) => {
    const stakes = await readStakes(database, asOf);
    const owners = await readListedOwners(database, asOf);
    return relationsOf(stakes, owners);
  },
};
export default listedOwnership;

interface Party extends NodeRef {
  key: string;
  name: string;
}

interface PartyStake {
  owner: Party;
  owned: Party;
  share: number;
  since: string;
  link: string;
}

/** A party that may own something, an entry that it agrees with, and how surely; an entry agrees with itself. */
interface ListedOwner {
  party: Party;
  entry: Party;
  sure: number;
  ties: string[];
}

/** As a query returns it. */
type ReadParty = Omit<Party, 'type'> & { label: string };

/** Reads a party's label, key and name, as it stood then. */
function partyOf(node: string): string {
  const stated = `coalesce([(${node})-[then:STATED_THEN]->(${node}) | then][0], ${node})`;
  return `{label: head(labels(${node})), id: ${node}.id, key: coalesce(${node}._key, ${node}.id),
           name: head([x IN [${stated}] | coalesce(x.name, x.legal_name, x.display_name, x.holder_name, ${node}.id)])}`;
}

function typed({ label, ...party }: ReadParty): Party {
  return { ...party, type: nodeTypeOfLabel(label)!.type };
}

async function readStakes(database: Database, asOf: string): Promise<PartyStake[]> {
  const rows = await database.read<
    Omit<PartyStake, 'owner' | 'owned'> & { owner: ReadParty; owned: ReadParty }
  >(
    `MATCH (o)-[l:LINKED_TO {kind: 'owner_of'}]->(d)
     WHERE l.share_percent > 0 AND coalesce(l._at, '') <= $asOf AND NOT coalesce(l.until <= $asOf, false)
     RETURN ${partyOf('o')} AS owner, ${partyOf('d')} AS owned, l.share_percent AS share,
            coalesce(l.since, '') AS since, l.key AS link
     ORDER BY link`,
    { asOf },
  );
  return rows.map((row) => ({ ...row, owner: typed(row.owner), owned: typed(row.owned) }));
}

/** Only those that own something. */
async function readListedOwners(database: Database, asOf: string): Promise<ListedOwner[]> {
  const rows = await database.read<
    Omit<ListedOwner, 'party' | 'entry'> & { party: ReadParty; entry: ReadParty }
  >(
    `MATCH (s)-[:LINKED_TO {kind: 'owner_of'}]->()
     WITH DISTINCT s
     CALL (s) {
       WITH s WHERE s:WatchlistEntry AND s._key IS NOT NULL
       RETURN s AS w, 1.0 AS sure, [] AS ties
     UNION
       MATCH (s)-[t:SAME_NAME|SAME_ADDRESS|SAME_IDENTIFIER]->(w:WatchlistEntry)
       WITH w, t ORDER BY t.key
       WITH w, 1 - reduce(rest = 1.0, each IN collect(t) | rest * (1 - each.score)) AS sure,
            collect(type(t) + ' ' + t.key) AS ties
       WHERE sure >= $identified
       RETURN w, sure, ties
     }
     WITH s, w, sure, ties
     WHERE NOT coalesce(w._stub, false) AND coalesce(w.listed_on, '') <= $asOf
       AND NOT coalesce(w.delisted_on <= $asOf AND coalesce(w.listed_on, '') <= w.delisted_on, false)
     RETURN ${partyOf('s')} AS party, ${partyOf('w')} AS entry, sure, ties
     ORDER BY party.label, party.key, entry.key`,
    { asOf, identified },
  );
  return rows.map((row) => ({ ...row, party: typed(row.party), entry: typed(row.entry) }));
}

function keyOf({ type, key }: Party): string {
  return `${type}:${key}`;
}

function relationsOf(
  stakes: readonly PartyStake[],
  listedOwners: readonly ListedOwner[],
): Inferred[] {
  const parties = new Map<string, Party>();
  for (const party of stakes.flatMap(({ owner, owned }) => [owner, owned]))
    parties.set(keyOf(party), party);
  const plain = stakes.map(({ owner, owned, ...stake }): Stake => ({
    ...stake,
    owner: keyOf(owner),
    owned: keyOf(owned),
  }));
  const found = ownedByListed(plain, identities(listedOwners));
  const byOwner = groupBy(listedOwners, ({ party }) => keyOf(party));
  return [...found].flatMap(([key, owned]) => {
    const to = parties.get(key)!;
    // An entry is listed already.
    return to.type === 'watchlist_entry' ? [] : relationsTo(to, owned, parties, byOwner);
  });
}

/** Parties that agree with one entry are one owner, and entries of several lists that one party agrees with are too. */
function identities(listedOwners: readonly ListedOwner[]): Map<string, string> {
  const same = new UnionFind();
  for (const { party, entry } of listedOwners) same.join(keyOf(party), keyOf(entry));
  return new Map(
    listedOwners.map(({ party }) => [keyOf(party), same.find(keyOf(party)) ?? keyOf(party)]),
  );
}

/** One relation from each entry whose party owns a part. */
function relationsTo(
  to: Party,
  owned: Owned,
  parties: ReadonlyMap<string, Party>,
  byOwner: ReadonlyMap<string, readonly ListedOwner[]>,
): Inferred[] {
  const agreements = owned.listed.flatMap((owner) => byOwner.get(owner) ?? []);
  const reason = reasonOf(owned, parties, agreements);
  const entries = new Map(agreements.map((each) => [each.entry.key, each]));
  const sure = Math.min(
    ...owned.listed.map((owner) =>
      Math.max(...(byOwner.get(owner) ?? []).map((each) => each.sure)),
    ),
  );
  return [...entries.values()].map(({ entry }) => ({
    relation: 'LISTED_OWNS' as const,
    from: { type: entry.type, id: entry.id, key: entry.key },
    to: { type: to.type, id: to.id, key: to.key },
    score: rounded(owned.total / 100),
    reason,
    columns: {
      share_percent: owned.total,
      sure: rounded(sure),
      stakes: owned.stakes.map(({ link }) => link),
      ties: [...new Set(agreements.flatMap(({ ties }) => ties))],
    },
  }));
}

function reasonOf(
  { total, stakes }: Owned,
  parties: ReadonlyMap<string, Party>,
  agreements: readonly ListedOwner[],
): string {
  const name = (key: string) => parties.get(key)!.name;
  return [
    says.total(percent(total)),
    ...stakes.map(({ owner, owned, share, since }) =>
      says.stake(name(owner), percent(share), name(owned), since),
    ),
    ...agreements.map(({ party, entry }) => {
      const own = keyOf(party) === keyOf(entry);
      return (own ? says.entry : says.agrees)(party.name, entry.id);
    }),
  ].join(' | ');
}

function percent(share: number): string {
  return String(rounded(share));
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
