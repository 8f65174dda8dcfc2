import { table } from '../../server/edge/docs/table.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { HostileKind } from '../../test/hostile/kinds.ts';
import type { Measured } from './record.ts';

type Part = keyof Measured;
type Figures<P extends Part> = Extract<NonNullable<Measured[P]>, { figures: unknown }>['figures'];

/** docs/RELIABILITY.md: what was measured, part by part, bad figures too; what was not measured yet says so. */
export function reliabilityPage(measured: Measured): string {
  return [
    '# What Skein withstands',
    '',
    'Written by `npm run reliability:kills`, `reliability:fuzz`, `reliability:users`, `reliability:hostile` and `reliability:looks`, each of which puts its own part anew; the cases stand in `bench/reliability/measured.json`.',
    '',
    ...section('Killed at random moments', measured.kills, kills),
    ...section('Every operation of the API, asked at random', measured.fuzz, fuzz),
    ...section('Many at once', measured.users, users),
    ...section('What somebody hostile hands in', measured.hostile, hostileInputs),
    ...section('The page, as axe and the browser see it', measured.looks, looks),
  ].join('\n');
}

/** Of an earlier form, the figures that stand there: nothing that was measured is left out for it. */
function section<F>(
  title: string,
  part: { figures: F } | { earlier: Record<string, unknown> } | undefined,
  show: (figures: F) => string[],
): string[] {
  const lines = !part
    ? ['Not measured yet.', '']
    : 'figures' in part
      ? show(part.figures)
      : earlier(part.earlier);
  return [`## ${title}`, '', ...lines];
}

function earlier({ by, at, ...figures }: Record<string, unknown>): string[] {
  const rows = Object.entries(figures).map(([name, value]) => [
    `\`${name}\``,
    typeof value === 'number'
      ? String(Math.round(value * 10) / 10)
      : JSON.stringify(value).replaceAll('|', '\\|'),
  ]);
  return [
    `${String(by)}; ${String(at).slice(0, 10)}. By an earlier form of this measurement, told as it stands.`,
    '',
    table(['figure', 'value'], rows),
    '',
  ];
}

function kills(part: Figures<'kills'>): string[] {
  const faults = part.cases.filter(({ fault }) => fault !== null);
  const amid = part.cases.filter((one) => one.amid);
  return [
    `${part.by}; ${part.at.slice(0, 10)}. ${part.cases.length} cases, seed ${part.seed}, a world of ${part.accounts} accounts, a fresh home each.`,
    '',
    '`kill -9` of the server (and the command that works), the keeper of the local Neo4j, Neo4j, or all at once, at a random moment of the time that the work takes unbroken. Then what an operator would do, and no more: start `skein up` again where it is gone, and have whoever asked ask again. **as unbroken**: the graph (of loads and events: every node and relation but the times of loading), findings and clusters, the board as far as it was said to be saved, a bundle that verifies, the report’s files, are those of a run that nobody killed, and `skein audit verify` finds the log whole.',
    '',
    table(
      ['work', 'cases', 'amid the work', 'as unbroken', 'until all is well: median s', 'at most s'],
      [...groupBy(part.cases, ({ work }) => work)].map(([work, cases]) => [
        work,
        String(cases.length),
        String(cases.filter((one) => one.amid).length),
        String(cases.filter(({ fault }) => fault === null).length),
        seconds(median(cases.map(({ took }) => took))),
        seconds(Math.max(...cases.map(({ took }) => took))),
      ]),
    ),
    '',
    `${amid.length} of ${part.cases.length} kills met the work; the others came when it had just ended, or found nobody to kill. ${faults.length === 0 ? 'None left anything else than an unbroken run.' : `${faults.length} left something else:`}`,
    '',
    ...faults.map(
      ({ work, victim, at, fault }) =>
        `- ${work}, ${victim} killed after ${seconds(at)} s: ${fault!}`,
    ),
    ...(faults.length === 0 ? [] : ['']),
  ];
}

function fuzz(part: Figures<'fuzz'>): string[] {
  return [
    `${part.by}; ${part.at.slice(0, 10)}. ${part.tool}, seed ${part.seed}, as somebody who has signed in and may do everything.`,
    '',
    `${part.tested} of ${part.operations} operations of [openapi.json](openapi.json), ${part.requests} requests, made from their schemas and against them. Counted as a failure: an answer of 5xx, a status, a kind of content or an answer that the document does not have.`,
    '',
    part.failures.length === 0 ? 'No failure.' : `${part.failures.length} failures:`,
    '',
    ...part.failures.map(({ operation, what }) => `- ${operation}: ${what}`),
    ...(part.failures.length === 0 ? [] : ['']),
  ];
}

function users(part: Figures<'users'>): string[] {
  const errors = Object.entries(part.errors);
  return [
    `${part.by}; ${part.at.slice(0, 10)}. ${part.users} users for ${part.minutes} minutes on loopback, each with a session.`,
    '',
    table(
      ['', 'requests', 'p50 ms', 'p95 ms', 'p99 ms'],
      [
        ['the first minute', ...spread(part.first)],
        ['after it', ...spread(part.later)],
        ...part.kinds.map((of) => [`\`${of.kind}\``, ...spread(of)]),
      ],
    ),
    '',
    `Errors: ${errors.length === 0 ? 'none' : errors.map(([what, n]) => `${n} × ${what}`).join(', ')}. Memory at most: server ${Math.round(part.server)} MiB, Neo4j ${Math.round(part.neo4j)} MiB.`,
    '',
  ];
}

function hostileInputs(part: Figures<'hostile'>): string[] {
  const [inputs, through] = [total(part.kinds, 'inputs'), total(part.kinds, 'through')];
  return [
    `${part.by}; ${part.at.slice(0, 10)}. ${part.files} of ${part.ofFiles} files of tests: ${inputs} inputs, ${through} let through; ${part.passed} tests passed, ${part.failed} failed.`,
    '',
    'Each input is counted once a kind, as the test reaches it; one whose test fails counts as let through. Of what is shown (page, report, mail, cells, pictures, PDF) only what the text shows is counted: a column of a file with one attack in it.',
    '',
    table(
      ['what', 'inputs', 'let through', 'tried by'],
      part.kinds.map(({ kind, inputs: n, through: t, files }) => [
        hostileWords[kind],
        String(n),
        String(t),
        files.map((file) => `\`${file}\``).join(', '),
      ]),
    ),
    '',
  ];
}

const hostileWords: Readonly<Record<HostileKind, string>> = {
  query: 'Cypher that writes, leaves the graph or reads what is not shown',
  table: 'tables: CSV, NDJSON, gzip',
  bundle: 'evidence bundles: changed bytes, files, ZIP',
  header: 'headers and requests byte for byte',
  address: 'addresses within, for the server to call',
  folder: 'folders to write to or read from',
  page: 'markup in fields, on the page in a browser',
  report: 'markup in fields, in reports as HTML',
  mail: 'markup in fields, in mail',
  cell: 'formulas and markup in fields, in tables that are written',
  picture: 'markup in fields, in SVG, GraphML and GEXF',
  pdf: 'markup in fields, in PDF',
};

function looks(part: Figures<'looks'>): string[] {
  return [
    `${part.by}; ${part.at.slice(0, 10)}. ${part.files} of ${part.ofFiles} files of browser tests: ${part.passed} tests passed, ${part.failed} failed.`,
    '',
    `axe looked ${total(part.rooms, 'times')} times at ${part.rooms.length} rooms in ${part.looks.length} looks: ${total(part.rooms, 'grave')} places with a serious or critical fault. ${part.opened} pages were watched for breaches of the Content-Security-Policy: ${part.breaches.length === 0 ? 'none' : part.breaches.length}.`,
    '',
    table(
      ['room', 'times', 'looks', 'serious or critical'],
      part.rooms.map(({ room, times, looks: n, grave }) => [
        `\`${room}\``,
        ...[times, n, grave].map(String),
      ]),
    ),
    '',
    `Looks: ${part.looks.join('; ')}.`,
    '',
    ...part.breaches.map((breach) => `- ${breach}`),
    ...(part.breaches.length === 0 ? [] : ['']),
  ];
}

function total<K extends string>(of: readonly Record<K, number>[], figure: K): number {
  return of.reduce((sum, one) => sum + one[figure], 0);
}

const spread = ({ requests, p50, p95, p99 }: Figures<'users'>['later']) =>
  [requests, p50, p95, p99].map((n) => String(Math.round(n)));

const seconds = (ms: number) => (ms / 1_000).toFixed(1);

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
