import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

export function rowsOf(folder: string, file: string): Row[] {
  return parse(readFileSync(join(folder, `${file}.csv`)), { columns: true });
}

/** What could give an account away without being about what it does: a figure for each account that has one. */
export interface Artefact {
  name: string;
  /** Explained by conduct at least in part: how much somebody does, writes or waits. */
  conduct: boolean;
  values: ReadonlyMap<string, number>;
}

/** Files whose rows are about an account, by the column that names it. */
const owned: Readonly<Record<string, string>> = {
  accounts: 'account_id',
  account_changes: 'account_id',
  logins: 'account_id',
  account_payments: 'account_id',
  documents: 'account_id',
  jobs: 'client_account_id',
  bids: 'account_id',
  ratings: 'from_account_id',
  profiles: 'account_id',
  shipments: 'account_id',
};
/** Tables about things that accounts use: where the thing is named, and by which column of an owned file. */
const used: readonly (readonly [table: string, key: string, by: string, column: string])[] = [
  ['devices', 'device_id', 'logins', 'device_id'],
  ['ips', 'ip', 'logins', 'ip'],
  ['payment_accounts', 'payment_account_id', 'account_payments', 'payment_account_id'],
];

export function artefactsOf(folder: string): Artefact[] {
  const made: Artefact[] = [];
  for (const [file, owner] of Object.entries(owned)) {
    const rows = rowsOf(folder, file).map((row, at) => ({ row, at, account: row[owner]! }));
    made.push(...fileArtefacts(file, rows));
  }
  for (const [table, key, by, column] of used) {
    const things = new Map(rowsOf(folder, table).map((row, at) => [row[key]!, { row, at }]));
    const seen = new Set<string>();
    const rows = rowsOf(folder, by).flatMap((use) => {
      const thing = things.get(use[column]!);
      const pair = `${use['account_id']} ${use[column]}`;
      if (!thing || seen.has(pair)) return [];
      seen.add(pair);
      return [{ ...thing, account: use['account_id']! }];
    });
    made.push(...fileArtefacts(table, rows));
  }
  const holders = new Map(
    rowsOf(folder, 'account_payments').map((use) => [
      use['payment_account_id']!,
      use['account_id']!,
    ]),
  );
  const sent = rowsOf(folder, 'transfers').map((row, at) => ({ row, at }));
  for (const [name, end] of [
    ['transfers sent', 'from_payment_account_id'],
    ['transfers received', 'to_payment_account_id'],
  ] as const)
    made.push(
      ...fileArtefacts(
        name,
        sent.flatMap(({ row, at }) => {
          const account = holders.get(row[end]!);
          return account === undefined ? [] : [{ row, at, account }];
        }),
      ),
    );
  return made;
}

interface Owned {
  row: Row;
  at: number;
  account: string;
}

function fileArtefacts(file: string, rows: readonly Owned[]): Artefact[] {
  const byAccount = new Map<string, Owned[]>();
  for (const one of rows) {
    const known = byAccount.get(one.account);
    if (known) known.push(one);
    else byAccount.set(one.account, [one]);
  }
  const columns = Object.keys(rows[0]?.row ?? {});
  const artefact = (
    name: string,
    conduct: boolean,
    figure: (own: readonly Owned[]) => number | null,
  ): Artefact => {
    const values = new Map<string, number>();
    for (const [account, own] of byAccount) {
      const value = figure(own);
      if (value !== null && Number.isFinite(value)) values.set(account, value);
    }
    return { name: `${file}: ${name}`, conduct, values };
  };
  const made = [
    artefact('rows', true, (own) => own.length),
    // Rows stand in the order of time: the place of an account's rows is when it was active.
    artefact('place of the first row', isTimed(columns), (own) => own[0]!.at),
    artefact('place of rows', isTimed(columns), (own) => mean(own.map(({ at }) => at))),
  ];
  for (const column of columns) {
    const values = (own: readonly Owned[]) =>
      own.map(({ row }) => row[column]!).filter((cell) => cell !== '');
    made.push(
      artefact(`${column} empty`, isMixed(file, column), (own) =>
        mean(own.map(({ row }) => (row[column] === '' ? 1 : 0))),
      ),
    );
    const kind = kindOf(rows, column);
    if (kind === 'time') made.push(...timeArtefacts(artefact, column, values));
    else if (kind === 'number') {
      made.push(
        artefact(`${column} divisible by 10`, true, (own) =>
          mean(values(own).map((cell) => (Number(cell) % 10 === 0 ? 1 : 0))),
        ),
        artefact(`${column} has cents`, true, (own) =>
          mean(values(own).map((cell) => (Number(cell) % 1 === 0 ? 0 : 1))),
        ),
      );
    } else {
      made.push(
        artefact(`${column} length`, contentOfConduct.has(column), (own) =>
          mean(values(own).map((cell) => cell.length)),
        ),
      );
      const order = orderOf(rows, column);
      if (
        column.endsWith('_id') ||
        column === 'ip' ||
        column.includes('hash') ||
        column === 'sha256'
      )
        made.push(
          artefact(`${column} order`, false, (own) =>
            mean(values(own).flatMap((cell) => order.get(cell) ?? [])),
          ),
        );
      const common = commonest(rows, column);
      if (common !== null)
        made.push(
          artefact(`${column} is ${common.slice(0, 20)}`, true, (own) =>
            mean(own.map(({ row }) => (row[column] === common ? 1 : 0))),
          ),
        );
    }
  }
  return made;
}

type Make = (
  name: string,
  conduct: boolean,
  figure: (own: readonly Owned[]) => number | null,
) => Artefact;

function timeArtefacts(
  artefact: Make,
  column: string,
  values: (own: readonly Owned[]) => string[],
): Artefact[] {
  const times = (own: readonly Owned[]) => values(own).map((cell) => Date.parse(cell));
  const lags = (own: readonly Owned[]) => {
    const sorted = times(own).sort((a, b) => a - b);
    return sorted.slice(1).map((at, before) => at - sorted[before]!);
  };
  return [
    artefact(`${column} milliseconds`, false, (own) => mean(times(own).map((at) => at % 1_000))),
    artefact(`${column} seconds`, false, (own) =>
      mean(times(own).map((at) => Math.floor(at / 1_000) % 60)),
    ),
    artefact(`${column} minutes`, false, (own) =>
      mean(times(own).map((at) => Math.floor(at / 60_000) % 60)),
    ),
    artefact(`${column} on the whole second`, false, (own) =>
      mean(times(own).map((at) => (at % 1_000 === 0 ? 1 : 0))),
    ),
    artefact(`${column} on the whole minute`, false, (own) =>
      mean(times(own).map((at) => (at % 60_000 === 0 ? 1 : 0))),
    ),
    artefact(`${column} middle lag`, true, (own) => median(lags(own))),
    artefact(`${column} least lag`, true, (own) =>
      lags(own).reduce<number | null>(
        (least, lag) => (least === null || lag < least ? lag : least),
        null,
      ),
    ),
  ];
}

/** Which kinds of paper, address or message somebody uses is conduct, and so is what they write. */
const contentOfConduct = new Set([
  'text',
  'comment',
  'kind',
  'used_for',
  'status',
  'channel',
  'holder_name',
]);

const isTimed = (columns: readonly string[]) => columns.some((column) => column.endsWith('_at'));
/** Tables of several kinds of row: which cells are filled depends on the kinds, so on what somebody handed in. */
const isMixed = (file: string, column: string) =>
  file === 'documents' ||
  file.startsWith('transfers') ||
  ([
    'website',
    'employer',
    'education',
    'referred_by',
    'closed_at',
    'closed_reason',
    'verified_at',
    'video_verified_at',
    'service_port',
    'document_id',
    'finished_at',
    'holder_company',
    'remote_access',
    'open_ports',
    'currency',
    'name',
    'trade',
    'nationality',
    'country',
    'city',
    'email',
    'phone',
    'purpose',
    'old_value',
    'status',
    'comment',
    'job_id',
  ].includes(column) &&
    file !== 'accounts') ||
  (file === 'accounts' &&
    [
      'website',
      'employer',
      'education',
      'referred_by',
      'closed_at',
      'closed_reason',
      'verified_at',
      'video_verified_at',
      'trade',
    ].includes(column));

function kindOf(rows: readonly Owned[], column: string): 'time' | 'number' | 'text' {
  if (column.endsWith('_at')) return 'time';
  const sample = rows
    .slice(0, 200)
    .map(({ row }) => row[column]!)
    .filter((cell) => cell !== '');
  return sample.length > 0 && sample.every((cell) => /^-?\d+(\.\d+)?$/.test(cell))
    ? 'number'
    : 'text';
}

/** Places of the values that one account alone has: what several share is evidence, not a leak. */
function orderOf(rows: readonly Owned[], column: string): Map<string, number> {
  const owner = new Map<string, string | null>();
  for (const { row, account } of rows) {
    const value = row[column]!;
    owner.set(
      value,
      (owner.get(value) ?? account) === account && owner.get(value) !== null ? account : null,
    );
  }
  const own = [...owner].filter(([, account]) => account !== null).map(([value]) => value);
  return new Map(own.sort().map((value, at) => [value, at]));
}

/** The value that most rows have, when it is one in fifty at least. */
function commonest(rows: readonly Owned[], column: string): string | null {
  const counts = new Map<string, number>();
  for (const { row } of rows)
    if (row[column] !== '') counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1);
  const [value, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return count > rows.length / 50 ? value : null;
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function median(numbers: readonly number[]): number | null {
  return numbers.length === 0
    ? null
    : [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
