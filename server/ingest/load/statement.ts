import type { CellValue } from '../../../domain/input/cell.ts';

/** A node or relation as the database has it, taken apart. */
export interface ExistingRecord {
  /** The contract's columns and `extra.<name>`; for a relation its ends too, under their columns. */
  values: Readonly<Record<string, CellValue>>;
  sources: readonly string[];
  history: readonly string[];
  /** When its values were last loaded. */
  said: string;
  stub: boolean;
}

/** What a row says of it. */
export interface IncomingRow {
  source: string;
  values: Readonly<Record<string, CellValue>>;
  at: string | null;
}

type FormerValues = Readonly<Record<string, CellValue>>;

export interface Change {
  outcome: 'added' | 'updated' | 'unchanged';
  /**
   * The properties to write; those not in it stay. Null when the row is stored already, by an earlier load
   * or by one that was killed.
   */
  set: Record<string, unknown> | null;
  /** What is stored then. */
  now: ExistingRecord;
  /** The values that were replaced. */
  former: FormerValues;
}

/**
 * What storing a row changes. An absent value says nothing and erases nothing. When a value changes, what
 * was said before goes to the history with its sources and the times between which it stood.
 */
export function change(stored: ExistingRecord | null, said: IncomingRow, loaded: string): Change {
  if (!stored || stored.stub) return added(said, loaded, stored?.stub ?? false);
  if (isKnown(stored, said.source))
    return { outcome: 'unchanged', set: null, now: stored, former: {} };
  const former: Record<string, CellValue> = {};
  const changed: Record<string, CellValue> = {};
  for (const [name, value] of Object.entries(said.values)) {
    const before = stored.values[name];
    if (before !== undefined && sameValue(before, value)) continue;
    changed[name] = value;
    if (before !== undefined) former[name] = before;
  }
  if (Object.keys(changed).length === 0) {
    const sources = [...stored.sources, said.source];
    const now = { ...stored, sources };
    return { outcome: 'unchanged', set: { _sources: sources }, now, former };
  }
  return updated(stored, said, loaded, changed, former);
}

function added(said: IncomingRow, loaded: string, stub: boolean): Change {
  const now: ExistingRecord = {
    values: said.values,
    sources: [said.source],
    history: [],
    said: loaded,
    stub: false,
  };
  const set = {
    ...said.values,
    _sources: now.sources,
    _loaded: loaded,
    ...(stub ? { _stub: null } : {}),
    ...(said.at === null ? {} : { _at: said.at }),
  };
  return { outcome: 'added', set, now, former: {} };
}

function updated(
  stored: ExistingRecord,
  said: IncomingRow,
  loaded: string,
  changed: Record<string, CellValue>,
  former: FormerValues,
): Change {
  const replaced = Object.keys(former).length > 0;
  const statement = JSON.stringify({
    values: former,
    said: stored.said,
    until: loaded,
    sources: stored.sources,
  });
  const now: ExistingRecord = {
    values: { ...stored.values, ...changed },
    sources: standing(stored, said),
    history: replaced ? [...stored.history, statement] : stored.history,
    said: loaded,
    stub: false,
  };
  const set = {
    ...changed,
    _sources: now.sources,
    _said: loaded,
    ...(replaced ? { _history: now.history } : {}),
    ...(said.at === null ? {} : { _at: said.at }),
  };
  return { outcome: 'updated', set, now, former };
}

/** The new row alone when it says all that is known; else the earlier rows still speak for the rest. */
function standing(stored: ExistingRecord, said: IncomingRow): string[] {
  const covers = Object.keys(stored.values).every((name) => said.values[name] !== undefined);
  return covers ? [said.source] : [...stored.sources, said.source];
}

function isKnown(stored: ExistingRecord, source: string): boolean {
  if (stored.sources.includes(source)) return true;
  const quoted = JSON.stringify(source);
  return stored.history.some((statement) => sourcesOf(statement, quoted));
}

/** Values can hold anything, so the statement is read only when the source's text is in it at all. */
function sourcesOf(statement: string, quoted: string): boolean {
  if (!statement.includes(quoted)) return false;
  const { sources } = JSON.parse(statement) as { sources: string[] };
  return sources.some((source) => JSON.stringify(source) === quoted);
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** Takes properties apart as the database returns them; `ends` are a relation's, under their columns. */
export function storedFrom(
  properties: Readonly<Record<string, unknown>>,
  ends: Readonly<Record<string, CellValue>> = {},
): ExistingRecord {
  const values: Record<string, CellValue> = { ...ends };
  for (const [name, value] of Object.entries(properties))
    if (!name.startsWith('_') && name !== 'id' && name !== 'key') values[name] = value as CellValue;
  return {
    values,
    sources: (properties['_sources'] as string[] | undefined) ?? [],
    history: (properties['_history'] as string[] | undefined) ?? [],
    // Absent while the first values still stand.
    said: (properties['_said'] ?? properties['_loaded'] ?? '') as string,
    stub: properties['_stub'] === true,
  };
}
