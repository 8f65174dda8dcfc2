/** The figures as tables for a spreadsheet, one file each; names of columns are the API's. */
import { csvLine } from '../../../domain/csv-line.ts';
import { dismissalReasons } from '../../../domain/disposition.ts';
import type { Numbers } from '../../../domain/numbers.ts';
import type { NumbersTable } from '../../../domain/numbers-asked.ts';

type Cell = string | number | null;

const tables: Readonly<Record<NumbersTable, (numbers: Numbers) => readonly (readonly Cell[])[]>> = {
  open: ({ open }) => [
    ['kind', 'state', 'age', 'items'],
    ...open.by_age.map(({ kind, state, step, items }) => [kind, state, step, items]),
    ...open.by_kind.flatMap(({ kind, unassigned, overdue, proposed }) => [
      [kind, 'unassigned', '', unassigned],
      [kind, 'overdue', '', overdue],
      [kind, 'proposed', '', proposed],
    ]),
  ],
  time: ({ time }) => {
    const columns = [
      ...(['from', 'to', 'kind', 'decisions'] as const),
      ...(['lower_quartile', 'median', 'upper_quartile', 'ninety'] as const),
    ];
    const heads = columns.map((name, at) => (at < 4 ? name : `${name}_hours`));
    return [heads, ...time.map((row) => columns.map((name) => row[name]))];
  },
  precision: ({ precision, period }) => [
    [
      ...['from', 'to', 'detector', 'version', 'confirmed', 'dismissed', 'other', 'reopened'],
      ...['precision', 'low', 'high', 'cluster_confirmed', 'cluster_dismissed', 'cluster_other'],
      ...['undecided', ...dismissalReasons.map((reason) => `dismissed_${reason}`)],
    ],
    ...precision.map(({ detector, version, own, cluster, ...row }) => [
      ...[period.from, period.to, detector, version],
      ...[own.confirmed, own.dismissed, own.other, own.reopened, row.precision, row.low, row.high],
      ...[cluster.confirmed, cluster.dismissed, cluster.other, row.undecided],
      ...dismissalReasons.map((reason) => own.reasons[reason] ?? 0),
    ]),
  ],
  money: ({ money, period }) => [
    ['from', 'to', 'currency', 'month', 'amount', 'transfers'],
    ...money.totals.flatMap(({ currency, months, amount, transfers }) => [
      [period.from, period.to, currency, 'all', amount, transfers],
      ...months.map((one) => [
        ...[period.from, period.to, currency, one.month, one.amount, one.transfers],
      ]),
    ]),
  ],
};

export function numbersCsv(numbers: Numbers, table: NumbersTable): string {
  return tables[table](numbers)
    .map((cells) => csvLine(cells.map((cell) => (cell === null ? '' : String(cell)))))
    .join('');
}
