import { compareText } from '../../../domain/compare-text.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { DerivedRelationName } from '../../../domain/schema/derived.ts';
import { sameNameScore, type NameKind } from '../../graph/names/score.ts';
import { Screening, type NameMatch } from '../../graph/names/screen.ts';
import {
  addressLikeness,
  addressParts,
  addressTokens,
  contactKeys,
  digitsAndLetters,
} from './entity-text.ts';
import type { Derivation, Inferred } from './derivation.ts';

/** More parties than this at one address or contact are a formation agent or a switchboard, no tie. */
const hubParties = 10;

/** Of an account, a paper or a payment account, only what is nearly the same name is worth a line. */
const leastForHolders = 0.85;
/** There are far more accounts than companies; what is nearly the same stands among the first few. */
const candidatesForHolders = 12;
/** A name alone is worth no more, however well it agrees. */
const nameAlone = 0.3;

/**
 * Ties of companies, persons, accounts, papers and payment holders to watchlist entries, to one another and to
 * accounts, by what stands in their own rows: name, register number, address, contact. A name alone is a weak
 * tie and scored so.
 */
const entityTies: Derivation = {
  version: 4,
  makes: ['SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER', 'SAME_CONTACT'],
  infer: async (database, asOf) => {
    const parties = await readParties(database, asOf);
    return tiesAmong(parties, await knownAddresses(database, asOf));
  },
};
export default entityTies;

/** The ties that follow from what stands in the parties' rows; `known` are addresses that honest people share. */
export function tiesAmong(parties: readonly Party[], known: ReadonlySet<string>): Inferred[] {
  const entities = parties.filter(isEntity);
  const contactable = parties.filter((party) => isEntity(party) || party.type === 'account');
  return [
    ...sameNames(parties),
    ...sameIdentifiers(entities, parties),
    ...sameAddresses(entities, parties, known),
    ...sameContacts(contactable),
  ];
}

/** The ties of parties to the entries among them, without those of the parties to one another. */
export function tiesToEntries(parties: readonly Party[], known: ReadonlySet<string>): Inferred[] {
  const entities = parties.filter(isEntity);
  return [
    ...sameNames(parties),
    ...sameIdentifiers(entities, parties),
    ...sameAddresses(entities, parties, known),
  ].filter(({ to }) => to.type === 'watchlist_entry');
}

export interface Party {
  type: NodeTypeName;
  id: string;
  key: string;
  name: string | null;
  aliases: string[];
  kind: string | null;
  birth_date: string | null;
  addresses: string[];
  identifiers: string[];
  contacts: { email: string | null; phone: string | null; website: string | null };
}

/** All but the entries of lists. */
export const unlistedTypes = [
  'company',
  'person',
  'account',
  'document',
  'payment_account',
] as const satisfies readonly NodeTypeName[];
const partyTypes: readonly NodeTypeName[] = [...unlistedTypes, 'watchlist_entry'];

/** What a register or a list says of somebody; accounts, papers and payment accounts only name somebody. */
function isEntity({ type }: Party): boolean {
  return type === 'company' || type === 'person' || type === 'watchlist_entry';
}

/** A passport's number is its holder's, a bill's is not. */
const ownNumbers = `['passport', 'national_id', 'driving_licence', 'social_security', 'resident_card', 'visa']`;

/** Most documents are messages and bids, of which nothing below says anything: a paper names somebody. */
const namesSomebody: Partial<Record<NodeTypeName, string>> = {
  document: 'coalesce(n.name_on_document, n.number, n.address_on_document) IS NOT NULL',
};

/** What an account said of itself by then; of nothing else are earlier statements kept. */
const statedThen = 'coalesce([(n)-[then:STATED_THEN]->(n) | then][0], n)';

/** What the graph holds of the given types by then, each type by key. Sorted here: there may be more than a query may hold. */
export async function readParties(
  database: Database,
  asOf: string,
  types: readonly NodeTypeName[] = partyTypes,
): Promise<Party[]> {
  const lists: Party[][] = [];
  for (const type of types) {
    const parties: Party[] = [];
    await database.each<Omit<Party, 'type'>>(
      `MATCH (n:${nodeType(type).label})
       WHERE NOT coalesce(n._stub, false) AND coalesce(n._at, '') <= $asOf
         AND NOT coalesce(n.delisted_on <= $asOf AND coalesce(n.listed_on, '') <= n.delisted_on, false)
         AND ${namesSomebody[type] ?? 'true'}
       WITH n.id AS id, coalesce(n._key, n.id) AS key, ${type === 'account' ? statedThen : 'n'} AS n
       RETURN id, key,
              coalesce(n.name, n.legal_name, n.display_name, n.name_on_document, n.holder_name) AS name,
              coalesce(n.aliases, []) + [x IN [n.display_name] WHERE x IS NOT NULL AND x CONTAINS ' '] AS aliases,
              n.kind AS kind, n.birth_date AS birth_date,
              coalesce(n.addresses, []) + [a IN [n.address, n.address_on_document] WHERE a IS NOT NULL] AS addresses,
              coalesce(n.identifiers, []) +
                [r IN [n.registration_number, CASE WHEN n.kind IN ${ownNumbers} THEN n.number END] WHERE r IS NOT NULL] AS identifiers,
              {email: n.email, phone: n.phone, website: n.website} AS contacts`,
      { asOf },
      (row) => parties.push({ ...row, type }),
    );
    parties.sort((one, other) => compareText(one.key, other.key));
    lists.push(parties);
  }
  return lists.flat();
}

/** Addresses that honest people are known to share, comparable. */
export async function knownAddresses(database: Database, asOf: string): Promise<Set<string>> {
  const rows = await database.read<{ value: string }>(
    `MATCH (k:KnownShared {type: 'address'}) WHERE coalesce(k.since, '') <= $asOf RETURN k.value AS value`,
    { asOf },
  );
  return new Set(rows.map((row) => addressTokens(row.value).join(' ')));
}

function tie(
  relation: DerivedRelationName,
  from: Party,
  to: Party,
  score: number,
  reason: string,
): Inferred {
  return {
    relation,
    from: { type: from.type, id: from.id, key: from.key },
    to: { type: to.type, id: to.id, key: to.key },
    score,
    reason,
  };
}

const isListed = (party: Party) => party.type === 'watchlist_entry';

/** Undefined where it may be either. */
function kindOf(party: Party): NameKind | undefined {
  if (party.type === 'person' || party.type === 'document' || party.kind === 'person')
    return 'person';
  if (party.type === 'company' || isListed(party)) return 'organization';
  return undefined;
}

/** A name ties to a list only; two birth dates that differ say it is another person. */
function sameNames(parties: readonly Party[]): Inferred[] {
  const entries = new Map(parties.filter(isListed).map((entry) => [entry.key, entry]));
  if (entries.size === 0) return [];
  const screening = new Screening(
    [...entries.values()].flatMap((entry) =>
      namesOf(entry).map((name) => ({
        entry_id: entry.key,
        list: '',
        name,
        kind: kindOf(entry) ?? 'organization',
      })),
    ),
  );
  // A person's papers and payment accounts mostly bear the account's name: asked once.
  const asked = new Map<string, NameMatch[]>();
  const matches = (name: string, kind: NameKind | undefined, entity: boolean) => {
    const key = `${kind ?? ''} ${entity} ${name}`;
    const found =
      asked.get(key) ??
      screening.matches(
        name,
        entity ? sameNameScore : leastForHolders,
        kind ? [kind] : undefined,
        entity ? undefined : candidatesForHolders,
      );
    asked.set(key, found);
    return found;
  };
  return parties
    .filter((party) => !isListed(party))
    .flatMap((party) => {
      const kind = kindOf(party);
      const found = new Map<string, NameMatch>();
      for (const name of namesOf(party))
        for (const match of matches(name, kind, isEntity(party)))
          if ((found.get(match.entry_id)?.score ?? 0) < match.score)
            found.set(match.entry_id, match);
      return [...found.values()].flatMap((match) => {
        const entry = entries.get(match.entry_id)!;
        const born = sameBirth(party.birth_date, entry.birth_date);
        if (born === 'other') return [];
        const weight = born === 'day' ? 0.9 : born === 'year' ? 0.5 : nameAlone;
        const score = Math.round(weight * match.score * 1e6) / 1e6;
        const reason = born === 'unknown' ? match.name : says.born(match.name, entry.birth_date!);
        return [tie('SAME_NAME', party, entry, score, reason)];
      });
    });
}

/** Lists give some birth dates by year or month alone. */
function sameBirth(a: string | null, b: string | null): 'day' | 'year' | 'unknown' | 'other' {
  if (a === null || b === null) return 'unknown';
  const length = Math.min(a.length, b.length);
  if (a.slice(0, length) !== b.slice(0, length)) return 'other';
  return length >= 10 ? 'day' : 'year';
}

function namesOf(party: Party): string[] {
  const names = [party.name, ...party.aliases].filter((name) => name !== null);
  return [...new Set(names)].filter(
    (name) => name.length >= 4 || /[^\p{Script=Latin}]{2}/u.test(name),
  );
}

function identifierKeys(party: Party): string[] {
  return party.identifiers
    .flatMap((identifier) => [identifier, ...identifier.split(/[\s;,]+/)])
    .map(digitsAndLetters)
    .filter((key) => key.length >= 6 && /\d{3}/.test(key));
}

/** The number of an account's paper is compared with lists alone. */
function sameIdentifiers(entities: readonly Party[], all: readonly Party[]): Inferred[] {
  const among = pairs(groupBy(entities, identifierKeys));
  const listed = groupBy(entities.filter(isListed), identifierKeys);
  const ofPapers = all
    .filter(({ type }) => type === 'document')
    .flatMap((paper) =>
      identifierKeys(paper).flatMap((key) =>
        (listed.get(key) ?? []).map((entry): [Party, Party, string] => [paper, entry, key]),
      ),
    );
  return [...among, ...ofPapers].map(([a, b, key]) =>
    tie('SAME_IDENTIFIER', a, b, 0.95, key.toUpperCase()),
  );
}

/** Street and house number; a town alone is no address. */
function addressKeys(known: ReadonlySet<string>) {
  return (party: Party) =>
    party.addresses
      .map((address) => addressTokens(address).join(' '))
      .filter((key) => key.split(' ').length >= 3 && /\d/.test(key) && !known.has(key));
}

function sameAddresses(
  entities: readonly Party[],
  all: readonly Party[],
  known: ReadonlySet<string>,
): Inferred[] {
  const keys = addressKeys(known);
  const among = pairs(groupBy(entities, keys)).map(([a, b, key, size]) =>
    tie('SAME_ADDRESS', a, b, rarity(0.6, size), key),
  );
  const exact = new Set(among.map(({ from, to }) => `${from.type} ${from.key!} ${to.key!}`));
  const near = nearListedAddresses(all, keys).filter(
    ({ from, to }) => !exact.has(`${from.type} ${from.key!} ${to.key!}`),
  );
  return [...among, ...near];
}

/** As sure as an address romanised otherwise can be. */
const sameWhenRespelled = 0.55;
const leastLikeness = 0.8;

/** Addresses of listed ones as others spell them; found by a number and the start of a word that both hold. */
function nearListedAddresses(all: readonly Party[], keys: (party: Party) => string[]): Inferred[] {
  const blocks = new Map<string, Map<string, Party>>();
  const blocksOf = (key: string) => {
    const { numbers, words } = addressParts(key.split(' '));
    return numbers.flatMap((number) => words.map((word) => `${number} ${word.slice(0, 3)}`));
  };
  const addresses = (party: Party) =>
    keys(party).map((key) => ({ key, parts: addressParts(key.split(' ')) }));
  for (const entry of all.filter(isListed))
    for (const { key } of addresses(entry))
      for (const block of new Set(blocksOf(key)))
        blocks.set(block, (blocks.get(block) ?? new Map<string, Party>()).set(entry.key, entry));
  const found: (Inferred & { shared: string })[] = [];
  const holders = new Map<string, number>();
  for (const party of all) {
    if (isListed(party)) continue;
    const best = new Map<string, { entry: Party; likeness: number; key: string }>();
    for (const { key, parts } of addresses(party)) {
      const near = new Map(blocksOf(key).flatMap((block) => [...(blocks.get(block) ?? [])]));
      for (const [entryKey, entry] of near)
        for (const other of addresses(entry)) {
          const likeness = addressLikeness(parts, other.parts);
          if (likeness >= leastLikeness && likeness > (best.get(entryKey)?.likeness ?? 0))
            best.set(entryKey, { entry, likeness, key: other.key });
        }
    }
    for (const { entry, likeness, key } of best.values()) {
      holders.set(key, (holders.get(key) ?? 1) + 1);
      found.push({
        ...tie('SAME_ADDRESS', party, entry, likeness * sameWhenRespelled, key),
        shared: key,
      });
    }
  }
  return found.flatMap(({ shared, ...inferred }) => {
    const size = holders.get(shared)!;
    return size > hubParties ? [] : [{ ...inferred, score: rarity(inferred.score, size) }];
  });
}

function sameContacts(parties: readonly Party[]): Inferred[] {
  const keys = (party: Party) => contactKeys(party.contacts);
  return pairs(groupBy(parties, keys))
    .filter(([a, b]) => a.type !== 'account' || b.type !== 'account')
    .map(([a, b, key, size]) => tie('SAME_CONTACT', a, b, rarity(0.7, size), key));
}

/** A value that more parties share is worth less: full weight for two, falling with their number. */
function rarity(weight: number, parties: number): number {
  return Math.round(((weight * 2) / Math.max(2, parties)) * 1e6) / 1e6;
}

function groupBy(parties: readonly Party[], keys: (party: Party) => string[]) {
  const groups = new Map<string, Party[]>();
  for (const party of parties) {
    for (const key of new Set(keys(party))) {
      const group = groups.get(key);
      if (group) group.push(party);
      else groups.set(key, [party]);
    }
  }
  return groups;
}

/** Pairs within each group but those of two list entries, the unlisted one first; hubs are left out. */
function pairs(groups: ReadonlyMap<string, Party[]>): [Party, Party, string, number][] {
  return [...groups].flatMap(([key, group]) => {
    if (group.length > hubParties) return [];
    const ordered = [...group].sort((a, b) => compareText(rank(a), rank(b)));
    return ordered.flatMap((a, index) =>
      ordered
        .slice(index + 1)
        .filter((b) => !(isListed(a) && isListed(b)))
        .map((b): [Party, Party, string, number] => [a, b, key, group.length]),
    );
  });
}

function rank(party: Party): string {
  return `${isListed(party) ? 1 : 0}${party.type}:${party.key}`;
}
