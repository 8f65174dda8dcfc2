import { table } from '../../server/edge/docs/table.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Measured } from './record.ts';

/** docs/RELIABILITY.md: what was measured, part by part, bad figures too; what was not measured yet says so. */
export function reliabilityPage(measured: Measured): string {
  return [
    '# What Skein withstands',
    '',
    'Written by `npm run reliability:kills`, `reliability:fuzz` and `reliability:users`, each of which puts its own part anew; the cases stand in `bench/reliability/measured.json`.',
    '',
    ...kills(measured.kills),
    ...fuzz(measured.fuzz),
    ...users(measured.users),
  ].join('\n');
}

const notYet = ['Not measured yet.', ''];

function kills(part: Measured['kills']): string[] {
  const title = ['## Killed at random moments', ''];
  if (!part) return [...title, ...notYet];
  const faults = part.cases.filter(({ fault }) => fault !== null);
  const amid = part.cases.filter((one) => one.amid);
  return [
    ...title,
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

function fuzz(part: Measured['fuzz']): string[] {
  const title = ['## Every operation of the API, asked at random', ''];
  if (!part) return [...title, ...notYet];
  return [
    ...title,
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

function users(part: Measured['users']): string[] {
  const title = ['## Many at once', ''];
  if (!part) return [...title, ...notYet];
  const errors = Object.entries(part.errors);
  return [
    ...title,
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

const spread = ({ requests, p50, p95, p99 }: NonNullable<Measured['users']>['later']) =>
  [requests, p50, p95, p99].map((n) => String(Math.round(n)));

const seconds = (ms: number) => (ms / 1_000).toFixed(1);

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
