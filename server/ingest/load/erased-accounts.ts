/** Accounts that were erased, told by a keyed digest of their ids, so that no load brings them back. */
import { createHmac } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { CellValue } from '../../../domain/input/cell.ts';
import { columnsOf, fileOf } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { accountKeys } from '../../people/account-key.ts';
import type { Settings } from '../../platform/settings/settings.ts';

/** Of many ids that a file repeats, so many digests are remembered. */
const mostRemembered = 100_000;
/** So much of a mark is shown to people. */
const shownMark = 12;

type Keyed = Pick<Settings, 'home' | 'accountKey'>;

/** By which an account is known again: nobody without the key can make it of an id, or tell an id by it. */
export async function markOf(settings: Keyed, account: string): Promise<string> {
  return digest((await accountKeys(settings)).erasing, account);
}

/** What stands in the place of an erased account's id. */
export function shownAs(mark: string): string {
  return `erased-${mark.slice(0, shownMark)}`;
}

function digest(key: Buffer, account: string): string {
  return createHmac('sha256', key).update(`account\n${account}`).digest('hex');
}

interface Erasure {
  id: string;
  mark: string;
  begun: string;
}

/** What a row says of erased accounts. */
export type ErasedIn =
  | { reject: { column: string; value: string; reason: string } }
  /** The row may be stored without these columns. */
  | { without: readonly string[] };

/** Those that were erased with the key of this home. */
export class ErasedAccounts {
  readonly #key: Buffer | null;
  readonly #erasures: ReadonlyMap<string, Erasure>;
  readonly #known = new Map<string, Erasure | null>();
  /** Cells that were left out, as they named one. */
  leftOut = 0;

  constructor(key: Buffer | null, erasures: readonly Erasure[]) {
    this.#key = key;
    this.#erasures = new Map(erasures.map((one) => [one.mark, one]));
  }

  /** Null for a row that says nothing of any. */
  in(file: FileName, values: Readonly<Record<string, CellValue>>): ErasedIn | null {
    if (!this.#key || this.#erasures.size === 0) return null;
    const without: string[] = [];
    for (const { column, required } of accountColumns(file, values)) {
      const erasure = this.#erasureOf(values[column]);
      if (!erasure) continue;
      if (required) {
        const value = shownAs(erasure.mark);
        const reason = messages.retention.erasedRow(erasure.begun.slice(0, 10), erasure.id);
        return { reject: { column, value, reason } };
      }
      without.push(column);
    }
    this.leftOut += without.length;
    return without.length > 0 ? { without } : null;
  }

  #erasureOf(account: CellValue | undefined): Erasure | null {
    if (typeof account !== 'string') return null;
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    const found = this.#erasures.get(digest(this.#key!, account)) ?? null;
    this.#known.set(account, found);
    return found;
  }
}

/** The columns of a row that hold an account's id; without a required one there is no row. */
function accountColumns(
  file: FileName,
  values: Readonly<Record<string, CellValue>>,
): { column: string; required: boolean }[] {
  const declared = fileOf(file);
  if ('link' in declared)
    return ['from', 'to']
      .filter((end) => values[`${end}_type`] === 'account')
      .map((end) => ({ column: `${end}_id`, required: true }));
  return columnsByFile(file);
}

const byFile = new Map<FileName, { column: string; required: boolean }[]>();

function columnsByFile(file: FileName) {
  const known = byFile.get(file);
  if (known) return known;
  const declared = fileOf(file);
  const found = Object.entries(columnsOf(file)).flatMap(([column, { refersTo, required }]) => {
    const isOwn = column === 'account_id' && declared.key.includes(column);
    const isFrom =
      'from' in declared && declared.from.type === 'account' && declared.from.column === column;
    if (!isOwn && !isFrom && refersTo?.to !== 'account') return [];
    return [{ column, required: required === true }];
  });
  byFile.set(file, found);
  return found;
}

/** For rows that are looked at and not loaded. */
export const nobodyErased = new ErasedAccounts(null, []);

/** The key is read only where somebody was erased. */
export async function erasedAccounts(database: Database, settings: Keyed): Promise<ErasedAccounts> {
  const found = await database.read<Erasure & { key: string }>(loadQuery('retention/erased_marks'));
  if (found.length === 0) return nobodyErased;
  const { id, erasing } = await accountKeys(settings);
  return new ErasedAccounts(
    erasing,
    found.filter(({ key }) => key === id),
  );
}
