import { numbersRoutes } from '../../../../domain/api/numbers.ts';
import { foundKinds } from '../../../../domain/disposition.ts';
import { ageSteps, openStates, type Numbers } from '../../../../domain/numbers.ts';
import { numbersTables, type NumbersTable } from '../../../../domain/numbers-asked.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { numbersCsv } from '../../../decisions/numbers/numbers-csv.ts';
import { numbersOf, type NumbersRequest } from '../../../decisions/numbers/numbers.ts';
import { UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';

const text = messages.commands.numbers;
const { kinds, states } = messages.triage;
const { numbers: says } = messages;

interface Options {
  from?: string;
  to?: string;
  by?: string;
  table?: string;
  json?: true;
}

export async function showNumbers({ json, table, ...asked }: Options): Promise<void> {
  const query = readAsked(asked);
  const wanted = table === undefined ? null : readTable(table);
  const settings = readSettings();
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  progress.end();
  try {
    const now = new Date().toISOString();
    const numbers = await numbersOf(opened.database, settings.home, query, now);
    if (json) printJson(numbers);
    else if (wanted) process.stdout.write(numbersCsv(numbers, wanted));
    else for (const line of linesOf(numbers)) print(line);
  } finally {
    await opened.close();
  }
}

function readAsked(asked: Record<string, string | undefined>): NumbersRequest {
  const read = numbersRoutes.numbers.query.safeParse(asked);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(text.bad(`--${String(issue!.path[0])}`, issue!.message));
}

function readTable(name: string): NumbersTable {
  const known = numbersTables.find((table) => table === name);
  if (!known) throw new UsageError(text.bad('--table', text.table(numbersTables)));
  return known;
}

function linesOf(numbers: Numbers): string[] {
  const { from, to } = numbers.period;
  return [
    `${says.page.title}, ${says.between(from, to)} (UTC)`,
    ...section('open', openLines(numbers)),
    ...section('time', timeLines(numbers)),
    ...section('precision', precisionLines(numbers)),
    ...section('money', moneyLines(numbers)),
  ];
}

function section(table: NumbersTable, lines: readonly string[]): string[] {
  return ['', says.tables[table], ...lines.map((line) => `  ${line}`)];
}

function openLines({ open }: Numbers): string[] {
  if (open.by_kind.every(({ items }) => items === 0)) return [says.page.nothingOpen];
  const ages = foundKinds.flatMap((kind) =>
    openStates.flatMap((state) => {
      const own = open.by_age.filter((one) => one.kind === kind && one.state === state);
      if (own.every(({ items }) => items === 0)) return [];
      const steps = ageSteps.map(({ step }) =>
        text.age(says.steps[step], own.find((one) => one.step === step)!.items),
      );
      return [text.line(`${kinds[kind]}, ${states[state]}`, steps)];
    }),
  );
  const waiting = open.by_kind
    .filter(({ items }) => items > 0)
    .map(({ kind, ...own }) =>
      text.line(
        kinds[kind],
        (['unassigned', 'overdue', 'proposed'] as const).map((name) =>
          text.counted(says.page[name], own[name]),
        ),
      ),
    );
  return [...ages, ...waiting];
}

function timeLines({ time }: Numbers): string[] {
  const lines = time.flatMap(({ from, to, kind, decisions, ...spread }) => {
    const { lower_quartile, median, upper_quartile, ninety } = spread;
    if (median === null) return [];
    const hours = [median, lower_quartile!, upper_quartile!, ninety!].map(says.hours);
    return [
      text.line(`${kinds[kind]}, ${says.between(from, to)}`, [
        text.counted(says.page.decisions, decisions),
        text.spread(hours[0]!, hours[1]!, hours[2]!, hours[3]!),
      ]),
    ];
  });
  return lines.length > 0 ? lines : [says.page.none];
}

function precisionLines({ precision }: Numbers): string[] {
  return precision.map(({ detector, version, own, cluster, undecided, ...share }) => {
    const decided = own.confirmed + own.dismissed;
    const { other, reopened } = own;
    return text.line(says.version(detector, version), [
      ...(share.precision === null
        ? []
        : [
            text.precision(
              says.share(share.precision),
              says.outOf(own.confirmed, decided),
              says.interval(says.share(share.low!), says.share(share.high!)),
            ),
          ]),
      ...(other > 0 ? [text.counted(says.outcomes.other, other)] : []),
      ...(reopened > 0 ? [text.counted(says.page.reopened, reopened)] : []),
      ...(cluster.confirmed + cluster.dismissed + cluster.other > 0
        ? [text.through(cluster.confirmed, cluster.dismissed, cluster.other)]
        : []),
      text.counted(says.page.undecided, undecided),
    ]);
  });
}

function moneyLines({ money }: Numbers): string[] {
  const { clusters, findings, accounts, not_counted, totals } = money;
  if (totals.length === 0) return [says.page.noMoney];
  return [
    says.page.rests(clusters, findings, accounts),
    ...totals.map(({ currency, amount, transfers }) =>
      text.line(`${currency} ${amount}`, [text.counted(says.page.transfers, transfers)]),
    ),
    ...(not_counted.length > 0 ? [says.page.leftOut(not_counted.join(', '))] : []),
  ];
}
