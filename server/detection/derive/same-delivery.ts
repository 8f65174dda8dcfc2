import { compareText } from '../../../domain/compare-text.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnionFind } from '../link/union-find.ts';
import { addressTokens } from './entity-text.ts';
import type { Derivation, Inferred } from './derivation.ts';

/**
 * Where shipments go: each to the first shipment to the same address, to the papers and accounts that give that
 * address, and to the known shared address that it is. Spelling is forgiven; house numbers are not.
 */
const sameDelivery: Derivation = {
  version: 1,
  makes: ['SAME_DELIVERY'],
  infer: async (database, asOf) => {
    const shipments = (await readShipments(database, asOf)).filter(
      ({ tokens }) => tokens.length > 1,
    );
    const stated = new Blocks(await readStated(database, asOf));
    return [
      ...toTheFirst(shipments),
      ...shipments.flatMap((shipment) => toStated(shipment, stated.near(shipment))),
    ];
  },
};
export default sameDelivery;

/** Alike in this share of their words, two addresses are one: a postcode or a flat’s word may be missing. */
const alikeShare = 0.75;
/** An address that more others state is a house of many flats or a campus: none of them is its host. */
const mostOthers = 12;

interface Place {
  tokens: string[];
}
interface Shipment extends Place {
  id: string;
  account: string;
  at: string;
}
interface Stated extends Place {
  type: 'account' | 'document' | 'known_shared';
  id: string;
  /** Null for a known shared address. */
  account: string | null;
}

async function readShipments(database: Database, asOf: string): Promise<Shipment[]> {
  const rows = await database.read<{ id: string; account: string; at: string; address: string }>(
    `MATCH (s:Shipment)-[:SHIPPED_TO]->(a:Account)
     WHERE s.address IS NOT NULL AND coalesce(s.requested_at, '') <= $asOf
     RETURN s.id AS id, a.id AS account, coalesce(s.requested_at, '') AS at, s.address AS address
     ORDER BY at, id`,
    { asOf },
  );
  return rows.map((row) => ({ ...row, tokens: addressTokens(row.address) }));
}

async function readStated(database: Database, asOf: string): Promise<Stated[]> {
  const rows = await database.read<Omit<Stated, 'tokens'> & { address: string }>(
    `MATCH (a:Account) WHERE coalesce(a.created_at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a, coalesce(then, a).address AS address WHERE address IS NOT NULL
     RETURN 'account' AS type, a.id AS id, a.id AS account, address
     UNION
     MATCH (c:AccountChange)-[:CHANGE_OF]->(a:Account)
     WHERE c.field = 'address' AND c.changed_at <= $asOf
     UNWIND [c.old_value, c.new_value] AS address
     WITH a, address WHERE address IS NOT NULL
     RETURN 'account' AS type, a.id AS id, a.id AS account, address
     UNION
     MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account)
     WHERE d.address_on_document IS NOT NULL AND coalesce(d.submitted_at, '') <= $asOf
     RETURN 'document' AS type, d.id AS id, a.id AS account, d.address_on_document AS address
     UNION
     MATCH (k:KnownShared {type: 'address'}) WHERE coalesce(k.since, '') <= $asOf
     RETURN 'known_shared' AS type, k.id AS id, null AS account, k.value AS address`,
    { asOf },
  );
  return rows
    .map(({ address, ...row }) => ({ ...row, tokens: addressTokens(address) }))
    .filter(({ tokens }) => tokens.length > 1)
    .sort((a, b) => compareText(sortKey(a), sortKey(b)));
}

function sortKey({ type, id, tokens }: Stated): string {
  return `${type} ${id} ${tokens.join(' ')}`;
}

/** Places by each of their words but the commonest, so that only those with a rare word in common are compared. */
class Blocks<P extends Place> {
  readonly #byWord = new Map<string, P[]>();

  constructor(places: readonly P[]) {
    for (const place of places)
      for (const token of place.tokens) {
        const block = this.#byWord.get(token);
        if (block) block.push(place);
        else this.#byWord.set(token, [place]);
      }
  }

  /** Those that may be the same place: they share the rarest of its words, or the second rarest. */
  near({ tokens }: Place): P[] {
    const blocks = tokens
      .map((token) => this.#byWord.get(token) ?? [])
      .filter((block) => block.length > 0)
      .sort((a, b) => a.length - b.length);
    return [...new Set(blocks.slice(0, 2).flat())];
  }
}

/** Shared words by all words. 0 when house numbers differ. */
function alike(a: readonly string[], b: readonly string[]): number {
  if (numbers(a).join(' ') !== numbers(b).join(' ')) return 0;
  const shared = a.filter((token) => b.includes(token)).length;
  return shared / (a.length + b.length - shared);
}

/** Shared words by those of the shorter: for one’s own address, which one paper writes in full. */
function within(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!numbers(short).every((number) => long.includes(number))) return 0;
  return short.filter((token) => long.includes(token)).length / short.length;
}

function numbers(tokens: readonly string[]): string[] {
  return tokens.filter((token) => /\d/.test(token));
}

function toTheFirst(shipments: readonly Shipment[]): Inferred[] {
  const groups = new UnionFind();
  const blocks = new Blocks(shipments);
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]));
  for (const shipment of shipments)
    for (const other of blocks.near(shipment))
      if (other !== shipment && alike(shipment.tokens, other.tokens) >= alikeShare)
        groups.join(shipment.id, other.id);
  return [...groups.sets().values()].flatMap((ids) => {
    const [first, ...rest] = ids
      .map((id) => byId.get(id)!)
      .sort((a, b) => compareText(`${a.at} ${a.id}`, `${b.at} ${b.id}`));
    return rest.map((shipment) =>
      tie(shipment, { type: 'shipment', id: first!.id }, first!.tokens, 1),
    );
  });
}

function toStated(shipment: Shipment, near: readonly Stated[]): Inferred[] {
  const scored = near.map((stated) => ({
    stated,
    own: stated.account === shipment.account,
    score:
      stated.account === shipment.account
        ? within(shipment.tokens, stated.tokens)
        : alike(shipment.tokens, stated.tokens),
  }));
  const matching = scored.filter(({ score }) => score >= alikeShare);
  const others = matching.filter(({ own, stated }) => !own && stated.account !== null);
  const crowded = new Set(others.map(({ stated }) => stated.account)).size > mostOthers;
  return matching
    .filter(({ own, stated }) => own || stated.account === null || !crowded)
    .map(({ stated, score }) => tie(shipment, stated, stated.tokens, score));
}

function tie(
  shipment: Shipment,
  to: { type: 'shipment' | Stated['type']; id: string },
  tokens: readonly string[],
  score: number,
): Inferred {
  return {
    relation: 'SAME_DELIVERY',
    from: { type: 'shipment', id: shipment.id },
    to: { type: to.type, id: to.id },
    score: Math.round(score * 1e6) / 1e6,
    reason: tokens.join(' '),
  };
}
