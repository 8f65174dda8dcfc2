import type { CellValue } from '../../../domain/input/cell.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import {
  derivedRelations,
  type DerivedRelation,
  type DerivedRelationName,
} from '../../../domain/schema/derived.ts';
import type { DerivedRule } from '../../../domain/detector.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Columns } from '../columns/columns.ts';
import { beginEdition } from './editions.ts';
import { joinedTypes } from '../../../domain/schema/joined-types.ts';
import { noneJudged, type JudgedRelations } from './judged-relations.ts';

/** `key` is what makes it unique where the id does not: a watchlist entry's `list|entry_id`. */
export interface InferredEnd extends NodeRef {
  key?: string;
}

/** A relation that a rule infers. `reason` is one line for a person; `score` says how sure, in [0, 1]. */
export interface Inferred {
  relation: DerivedRelationName;
  from: InferredEnd;
  to: InferredEnd;
  score: number;
  reason: string;
  /** What else the relation holds; the reason names what of it may differ between two runs. */
  columns?: Readonly<Record<string, CellValue | null>>;
}

/** `derive/<id>.ts`: reads facts, returns what follows from them. */
export interface Derivation {
  /** Raised when the rule changes meaning; what an older version wrote is then replaced. */
  version: number;
  makes: readonly DerivedRelationName[];
  /** Runs though no detector names it: other derivations and queries read what it writes. */
  always?: true;
  /** Computes for long: goes on beside the rules after it, none of which reads what it makes, and detectors that do not either. */
  aside?: true;
  /** What it asks of columns, in SQL. */
  counts?: readonly string[];
  /** `asOf`: a time as text; nothing that happened later may be used. `columns` were opened with what it counts. */
  infer: (database: Database, asOf: string, columns: Columns) => Promise<Inferred[]>;
  /** Where what it infers of one thing hangs on what lies near that thing, and on nothing else of the platform. */
  each?: EachThing;
}

/** A run over what changed infers anew of those things alone that something was written near of. */
export interface EachThing {
  /** Of these things; every relation that it makes begins at the one of which it is inferred. */
  of: NodeTypeName;
  /** Where it looks further than one relation, as of a detector's grain. */
  along: readonly (readonly string[])[];
  /** As `infer`, of these alone, and without columns; of ids that are none of such a thing, nothing. */
  infer: (database: Database, asOf: string, ids: readonly string[]) => Promise<Inferred[]>;
}

const batchSize = 2_000;

interface KeyedRelation extends Inferred {
  key: string;
}

/** Things of a type, of which alone something is inferred. */
interface Among {
  type: NodeTypeName;
  ids: ReadonlySet<string>;
}

/**
 * Brings the marked relations of a derivation to what its rule says now, which is `said`: new ones are written, those that
 * no longer follow are removed, the rest are left alone, so that a second run writes nothing. What an analyst
 * has rejected is not written; what one has confirmed is written as certain. `among`: what begins elsewhere is left alone.
 */
export async function storeInferred(
  database: Database,
  derivation: Pick<Derivation, 'makes' | 'version'>,
  said: readonly Inferred[],
  judged: JudgedRelations = noneJudged,
  among: Among | null = null,
): Promise<void> {
  const inferred = new Map<string, KeyedRelation>();
  for (const relation of said) {
    const key = keyOf(relation);
    inferred.set(`${relation.relation}|${key}`, { ...relation, key });
  }
  judge(inferred, judged, derivation.makes);
  for (const [name, { from }] of inferred)
    if (among?.ids.has(from.id) === false) inferred.delete(name);
  for (const relation of derivation.makes) {
    const existing = await database.read<{
      key: string;
      score: number;
      reason: string;
      version: number;
      judged: string | null;
    }>(
      `${among ? `MATCH (a:${nodeType(among.type).label})-[r:${relation}]->() WHERE a.id IN $ids` : `MATCH ()-[r:${relation}]->()`}
       RETURN r.key AS key, r.score AS score, r.reason AS reason, r.version AS version, r.judged AS judged`,
      { ids: [...(among?.ids ?? [])] },
    );
    const stale: string[] = [];
    for (const { key, score, reason, version, judged: said } of existing) {
      const wanted = inferred.get(`${relation}|${key}`);
      const same =
        wanted?.score === score &&
        wanted.reason === reason &&
        (wanted.columns?.['judged'] ?? null) === said &&
        version === derivation.version;
      if (same) inferred.delete(`${relation}|${key}`);
      else stale.push(key);
    }
    const fresh = [...inferred.values()].filter((wanted) => wanted.relation === relation);
    if (stale.length + fresh.length === 0) continue;
    await beginEdition(database, relation);
    await remove(database, relation, stale);
    await write(database, fresh, derivation.version);
  }
}

/** Leaves out what was rejected, and makes sure of what was confirmed. The rule's own reason stays: detectors read it. */
function judge(
  inferred: Map<string, KeyedRelation>,
  judged: JudgedRelations,
  makes: Derivation['makes'],
): void {
  for (const [name, { verdict, said, kept }] of judged) {
    const relation = makes.find((made) => name.startsWith(`${made}|`));
    if (!relation) continue;
    const known = inferred.get(name);
    inferred.delete(name);
    const base = known ?? (kept && { ...kept, relation, key: keyOf(kept) });
    if (verdict === 'rejected' || !base) continue;
    const score = declared(relation).measures ? base.score : 1;
    inferred.set(name, { ...base, score, columns: { ...known?.columns, judged: said } });
  }
}

function keyOf({ from, to }: Pick<Inferred, 'from' | 'to'>): string {
  return `${from.type}:${from.key ?? from.id} ${to.type}:${to.key ?? to.id}`;
}

async function remove(database: Database, relation: DerivedRelationName, keys: string[]) {
  for (let at = 0; at < keys.length; at += batchSize) {
    await database.write(
      `UNWIND $keys AS key
       MATCH ()-[r:${relation} {key: key}]->() USING INDEX SEEK r:${relation}(key)
       DELETE r`,
      {
        keys: keys.slice(at, at + batchSize),
      },
    );
  }
}

async function write(database: Database, rows: KeyedRelation[], version: number) {
  const groups = new Map<string, KeyedRelation[]>();
  for (const row of rows) {
    const group = `${row.relation} ${row.from.type} ${row.to.type}`;
    const others = groups.get(group);
    if (others) others.push(row);
    else groups.set(group, [row]);
  }
  for (const group of groups.values()) {
    const { relation, from, to } = group[0]!;
    for (const { type } of [from, to])
      if (!joinedTypes[relation].includes(type))
        throw new Error(
          `joined-types.ts does not say that ${relation} may join a node of type ${type}.`,
        );
    const query = writeQuery(relation, from.type, to.type);
    for (let at = 0; at < group.length; at += batchSize) {
      const batch = group.slice(at, at + batchSize).map((row) => ({
        from: row.from.key ?? row.from.id,
        to: row.to.key ?? row.to.id,
        set: {
          ...row.columns,
          key: row.key,
          score: row.score,
          reason: row.reason,
          rule: declared(relation).rule,
          version,
        },
      }));
      await database.write(query, { rows: batch });
    }
  }
}

/** The rows that the two ends rest on are the relation's sources. */
function writeQuery(relation: DerivedRelationName, from: NodeTypeName, to: NodeTypeName): string {
  return `UNWIND $rows AS row
    ${seek('a', from)}
    ${seek('b', to)}
    CREATE (a)-[r:${relation}]->(b)
    SET r = row.set, r._sources = coalesce(a._sources, []) + coalesce(b._sources, [])`;
}

/** With a hint: a plan made while the database was empty is kept, and would scan every node. */
function seek(name: string, type: NodeTypeName): string {
  const { label } = nodeType(type);
  const property = uniqueProperty(type);
  const value = name === 'a' ? 'row.from' : 'row.to';
  return `MATCH (${name}:${label} {${property}: ${value}}) USING INDEX SEEK ${name}:${label}(${property})`;
}

function uniqueProperty(type: NodeTypeName): string {
  return type === 'watchlist_entry' ? '_key' : 'id';
}

function declared(relation: DerivedRelationName): DerivedRelation & { rule: DerivedRule } {
  return derivedRelations.find((derived) => derived.relation === relation)!;
}
