import type { Database } from '../neo4j/database.ts';
import { nodeType } from '../../domain/graph.ts';
import type { NodeTypeName } from '../../domain/schema.ts';
import type { DerivedRelationName } from '../../domain/derived.ts';
import {
  addressTokens,
  companyKey,
  contactKeys,
  digitsAndLetters,
  personKey,
} from './entity-text.ts';
import type { Derivation, Inferred } from './derivation.ts';

/** More parties than this at one address or contact are a formation agent or a switchboard, no tie. */
const hubParties = 10;

/**
 * Ties of companies and persons to watchlist entries, to one another and to accounts, by what stands in
 * their own rows: name, register number, address, contact. A name alone is a weak tie and scored so.
 */
const entityTies: Derivation = {
  version: 1,
  makes: ['SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER', 'SAME_CONTACT'],
  infer: async (database) => {
    const parties = await readParties(database);
    const entities = parties.filter((party) => party.type !== 'account');
    return [
      ...sameNames(entities),
      ...sameIdentifiers(entities),
      ...sameAddresses(entities, await knownAddresses(database)),
      ...sameContacts(parties),
    ];
  },
};
export default entityTies;

interface Party {
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

const partyTypes: readonly NodeTypeName[] = ['company', 'person', 'watchlist_entry', 'account'];

async function readParties(database: Database): Promise<Party[]> {
  const lists = await Promise.all(
    partyTypes.map((type) =>
      database.read<Omit<Party, 'type'>>(
        `MATCH (n:${nodeType(type).label}) WHERE NOT coalesce(n._stub, false)
         RETURN n.id AS id, coalesce(n._key, n.id) AS key, n.name AS name, coalesce(n.aliases, []) AS aliases, n.kind AS kind,
                n.birth_date AS birth_date,
                coalesce(n.addresses, []) + [a IN [n.address] WHERE a IS NOT NULL] AS addresses,
                coalesce(n.identifiers, []) +
                  [r IN [n.registration_number] WHERE r IS NOT NULL] AS identifiers,
                {email: n.email, phone: n.phone, website: n.website} AS contacts`,
      ),
    ),
  );
  return lists.flatMap((rows, index) => rows.map((row) => ({ ...row, type: partyTypes[index]! })));
}

async function knownAddresses(database: Database): Promise<Set<string>> {
  const rows = await database.read<{ value: string }>(
    `MATCH (k:KnownShared {type: 'address'}) RETURN k.value AS value`,
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

function isPerson(party: Party): boolean {
  return party.type === 'person' || party.kind === 'person';
}

/** A name ties to a list only; two birth dates that differ say it is another person. */
function sameNames(parties: readonly Party[]): Inferred[] {
  const listed = groupBy(parties.filter(isListed), nameKeys);
  return parties
    .filter((party) => !isListed(party))
    .flatMap((party) => {
      const entries = new Map<Party, string>();
      for (const key of nameKeys(party))
        for (const entry of listed.get(key) ?? []) entries.set(entry, key);
      return [...entries].flatMap(([entry, key]) => {
        if (isPerson(party) !== isPerson(entry)) return [];
        const dates = [party.birth_date, entry.birth_date];
        const bothDated = dates.every((date) => date !== null);
        if (bothDated && dates[0] !== dates[1]) return [];
        const score = bothDated ? 0.9 : 0.3;
        const reason = `${key.toUpperCase()}${bothDated ? `, born ${party.birth_date}` : ''}`;
        return [tie('SAME_NAME', party, entry, score, reason)];
      });
    });
}

function nameKeys(party: Party): string[] {
  const key = isPerson(party) ? personKey : companyKey;
  const names = [party.name, ...party.aliases].filter((name) => name !== null);
  return [...new Set(names.map(key))].filter((name) => name.length >= 4);
}

function sameIdentifiers(parties: readonly Party[]): Inferred[] {
  const keys = (party: Party) =>
    party.identifiers
      .flatMap((identifier) => [identifier, ...identifier.split(/[\s;,]+/)])
      .map(digitsAndLetters)
      .filter((key) => key.length >= 6 && /\d{3}/.test(key));
  return pairs(groupBy(parties, keys)).map(([a, b, key]) =>
    tie('SAME_IDENTIFIER', a, b, 0.95, key.toUpperCase()),
  );
}

function sameAddresses(parties: readonly Party[], known: ReadonlySet<string>): Inferred[] {
  const keys = (party: Party) =>
    party.addresses
      .map((address) => addressTokens(address).join(' '))
      .filter((key) => key.split(' ').length >= 3 && /\d/.test(key) && !known.has(key));
  return pairs(groupBy(parties, keys)).map(([a, b, key, size]) =>
    tie('SAME_ADDRESS', a, b, rarity(0.6, size), key),
  );
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
    const ordered = [...group].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
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
