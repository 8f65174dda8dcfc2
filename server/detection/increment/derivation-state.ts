import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import { changesSince, effectOf, type GraphChanges } from './graph-changes.ts';
import { touchedFor } from './touched.ts';
import { bothRead, derivedNamed, readSet, type ReadSet } from './read-set.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { recorded } from '../../graph/neo4j/recording.ts';
import { programVersion } from '../../platform/version.ts';
import { storeInferred, type Derivation, type Inferred } from '../derive/derivation.ts';
import { editionsOf, type Editions } from '../derive/editions.ts';
import type { JudgedRelations } from '../derive/judged-relations.ts';
import type { Columns } from '../columns/columns.ts';
import { tablesIn } from '../columns/tables.ts';

/** What the inferred relations of a derivation rest on, as they stand in the graph. */
interface DerivationState {
  program: string;
  version: number;
  as_of: string;
  /** Digest of the judgements of its relations. */
  judged: string;
  /** Loads whose rows it has seen. */
  loads: string[];
  /** What it asked of the graph. Which queries it asks hangs on what the earlier ones answered, and on nothing else. */
  reads: ReadSet;
  /** Of the inferred relations that it reads itself. */
  editions: Editions;
  /** Of those that it makes. */
  made: Editions;
}

export interface UpToDate {
  asOf: string;
  /** Opened with what the rule counts over them. */
  columns: Columns;
  /** Loads that had ended before anything was read, of columns too: what came since, the next run looks at. */
  loads: string[];
  judged: JudgedRelations;
  /** Leaves alone what cannot have changed; otherwise every rule is asked anew. */
  changedOnly: boolean;
}

/** Brings the relations of a derivation to what its rule says now. */
export async function bringUpToDate(
  database: Database,
  derivation: Derivation,
  { asOf, columns, loads, judged, changedOnly }: UpToDate,
): Promise<void> {
  const { version } = derivation;
  const given = {
    program: programVersion,
    version,
    as_of: asOf,
    judged: digestOf(derivation, judged),
  };
  const before = await editionsOf(database);
  const state = changedOnly ? await storedState(database, derivation) : null;
  const asGiven = state !== null && isAsGiven(derivation, state, { ...given, before });
  const changes = asGiven ? await changesSince(database, state.loads) : null;
  // What evidence cites of a node is no concern of a rule, which sees only what its queries name.
  if (state && changes && effectOf(changes, state.reads) !== 'read') {
    await storeState(database, derivation, { ...state, loads });
    return;
  }
  const known = state && changes && { state, changes };
  const among = known && (await amongOf(database, derivation, known));
  await dropState(database, derivation);
  let inferred: Inferred[] = [];
  const asked = await recorded(async () => {
    inferred = among
      ? await derivation.each!.infer(database, asOf, [...among.ids])
      : await derivation.infer(database, asOf, columns);
  });
  await storeInferred(database, derivation, inferred, judged, among);
  // Columns are read of the graph whenever anybody first asks them, or were by an earlier run.
  const counted = among ? [] : tablesIn(derivation.counts ?? []);
  const now = readSet([...asked, ...counted].map(({ query }) => query));
  // Of a few things it may ask what it had no reason to ask of all the others.
  const reads = among ? bothRead(state.reads, now) : now;
  const editions = derivedNamed(reads, before);
  const after = made(derivation, await editionsOf(database));
  await storeState(database, derivation, { ...given, loads, reads, editions, made: after });
}

/** The things of which the rule may say something else than it did; null where these are not told apart. */
async function amongOf(
  database: Database,
  { each }: Derivation,
  { state, changes }: { state: DerivationState; changes: GraphChanges },
) {
  const touched =
    each && (await touchedFor(database, changes, { reads: state.reads, grain: each }));
  return touched ? { type: each.of, ids: touched.alone } : null;
}

/** Whether the rule, asked about the same rows, would say the same again. */
function isAsGiven(
  derivation: Derivation,
  state: DerivationState,
  now: Pick<DerivationState, 'program' | 'version' | 'as_of' | 'judged'> & { before: Editions },
): boolean {
  const { program, version, as_of, judged, before } = now;
  return (
    state.program === program &&
    state.version === version &&
    state.as_of === as_of &&
    state.judged === judged &&
    sameEditions(derivedNamed(state.reads, before), state.editions) &&
    sameEditions(made(derivation, before), state.made)
  );
}

function made({ makes }: Derivation, editions: Editions): Editions {
  return Object.fromEntries(
    makes.flatMap((relation) => (editions[relation] ? [[relation, editions[relation]]] : [])),
  );
}

function sameEditions(one: Editions, other: Editions): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function digestOf({ makes }: Derivation, judged: JudgedRelations): string {
  const own = [...judged]
    .filter(([name]) => makes.some((relation) => name.startsWith(`${relation}|`)))
    .sort(([a], [b]) => compareText(a, b));
  return createHash('sha256').update(JSON.stringify(own)).digest('hex');
}

const idOf = ({ makes }: Derivation) => makes.join(' ');

async function storedState(
  database: Database,
  derivation: Derivation,
): Promise<DerivationState | null> {
  const [found] = await database.read<{ json: string }>(
    'MATCH (s:SkeinDerivationState {id: $id}) RETURN s.json AS json',
    { id: idOf(derivation) },
  );
  return found ? (JSON.parse(found.json) as DerivationState) : null;
}

async function storeState(
  database: Database,
  derivation: Derivation,
  state: DerivationState,
): Promise<void> {
  await database.write('MERGE (s:SkeinDerivationState {id: $id}) SET s.json = $json', {
    id: idOf(derivation),
    json: JSON.stringify(state),
  });
}

async function dropState(database: Database, derivation: Derivation): Promise<void> {
  await database.write('MATCH (s:SkeinDerivationState {id: $id}) DELETE s', {
    id: idOf(derivation),
  });
}
