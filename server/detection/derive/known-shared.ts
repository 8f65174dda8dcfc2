import { addTo } from '../../../domain/group-by.ts';
import ipaddr from 'ipaddr.js';
import type { Database } from '../../graph/neo4j/database.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { Derivation, Inferred } from './derivation.ts';

/** What honest people are known to share, tied to the nodes it covers: addresses by CIDR, the rest by id. */
const knownShared: Derivation = {
  version: 1,
  makes: ['COVERS'],
  infer: async (database, asOf) => {
    const lists = await Promise.all([
      coveredAddresses(database, asOf),
      coveredById(database, asOf, 'device'),
      coveredById(database, asOf, 'payment_account'),
      coveredById(database, asOf, 'document'),
    ]);
    return lists.flat();
  },
};
export default knownShared;

interface KnownRow {
  id: string;
  value: string;
  reason: string;
}

async function coveredById(
  database: Database,
  asOf: string,
  type: NodeTypeName,
): Promise<Inferred[]> {
  const rows = await database.read<KnownRow>(
    `MATCH (k:KnownShared {type: $type}) WHERE coalesce(k.since, '') <= $asOf
     MATCH (n:${nodeType(type).label} {id: k.value})
     RETURN k.id AS id, k.value AS value, k.reason AS reason`,
    { type, asOf },
  );
  return rows.map((row) => covers(row, type, row.value));
}

async function coveredAddresses(database: Database, asOf: string): Promise<Inferred[]> {
  const rows = await database.read<KnownRow>(
    `MATCH (k:KnownShared {type: 'ip'}) WHERE coalesce(k.since, '') <= $asOf
     RETURN k.id AS id, k.value AS value, k.reason AS reason`,
    { asOf },
  );
  const networks = new Networks(rows);
  if (networks.empty) return [];
  const found: Inferred[] = [];
  await database.each<{ ip: string }>('MATCH (i:Ip) RETURN i.id AS ip', {}, ({ ip }) => {
    for (const row of networks.containing(ip)) found.push(covers(row, 'ip', ip));
  });
  return found;
}

function covers(row: KnownRow, type: NodeTypeName, id: string): Inferred {
  return {
    relation: 'COVERS',
    from: { type: 'known_shared', id: row.id },
    to: { type, id },
    score: 1,
    reason: row.reason,
  };
}

/** Networks by family and prefix length, so that an address is looked up once a length, not once a network. */
class Networks {
  readonly #byLength = new Map<string, Map<bigint, KnownRow[]>>();

  constructor(rows: readonly KnownRow[]) {
    for (const row of rows) {
      const network = parseNetwork(row.value);
      if (!network) continue;
      const { family, length, bits } = network;
      const group = `${family}/${length}`;
      const entries = this.#byLength.get(group) ?? new Map<bigint, KnownRow[]>();
      this.#byLength.set(group, entries);
      const prefix = prefixOf(bits, family, length);
      addTo(entries, prefix, row);
    }
  }

  get empty(): boolean {
    return this.#byLength.size === 0;
  }

  containing(ip: string): KnownRow[] {
    if (!ipaddr.isValid(ip)) return [];
    const address = ipaddr.parse(ip);
    const family = address.kind();
    const bits = toBits(address.toByteArray());
    const found: KnownRow[] = [];
    for (const [group, entries] of this.#byLength) {
      const [groupFamily, length] = group.split('/');
      if (groupFamily !== family) continue;
      found.push(...(entries.get(prefixOf(bits, family, Number(length))) ?? []));
    }
    return found;
  }
}

function parseNetwork(text: string): { family: string; length: number; bits: bigint } | null {
  const [ip = '', lengthText] = text.split('/');
  if (!ipaddr.isValid(ip)) return null;
  const address = ipaddr.parse(ip);
  const most = address.kind() === 'ipv4' ? 32 : 128;
  const length = lengthText === undefined ? most : Number(lengthText);
  if (!Number.isInteger(length) || length < 0 || length > most) return null;
  return { family: address.kind(), length, bits: toBits(address.toByteArray()) };
}

function toBits(bytes: readonly number[]): bigint {
  return bytes.reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
}

function prefixOf(bits: bigint, family: string, length: number): bigint {
  return bits >> BigInt((family === 'ipv4' ? 32 : 128) - length);
}
