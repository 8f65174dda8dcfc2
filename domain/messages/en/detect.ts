import { count as counted } from './typography.ts';

/** What a person reads of detection: clusters, progress, the summary a run prints. */
export const detectMessages = {
  /** Facts that several detectors have, under names that do not say what they count. */
  counts: {
    unrelated: 'unrelated parties (openly connected accounts counted as one)',
    unrelated_raters: 'unrelated parties that rate (openly connected accounts counted as one)',
  },
  about: 'run the detectors over what is loaded, and store the run',
  only: 'run these detectors alone, by id, split by commas',
  asOf: 'use nothing that happened later than this time',
  changed: 'ask only what may have changed since the last run; the result is the same',
  memory:
    'about how much memory the run may hold, as 4GB or 512MB: what it counts over gets a quarter of it, 128 MB at least, and spills the rest to disk (with spark, Spark gets all of it); a quarter of the machine where this is left out',
  badMemory: (text: string, least: number) =>
    `--memory ${text} is no amount of memory. Give it in MB or GB, as 512MB or 4GB, and ${least} MB at least.`,
  countsTooLong: (minutes: number) =>
    `Counting over columns took more than ${counted(minutes, 'minute', 'minutes')} and was ended. Set limits of its detectors lower (docs/PARAMETERS.md), or leave out those that take so long.`,
  engine:
    'what counts over columns: duckdb, in this process, or spark, on the master that SKEIN_SPARK_MASTER names; the findings are the same (duckdb where this is left out)',
  badEngine: (text: string, known: readonly string[]) =>
    `--engine ${text} is no engine. There are: ${known.join(', ')}.`,
  spark: {
    missing:
      'Spark is not here: run `npm run setup -- --spark` in a checkout, or leave out --engine to count with DuckDB.',
    unreachable: (master: string, reason: string) =>
      `The Spark master ${master} cannot be reached: ${reason}. Start it, or set SKEIN_SPARK_MASTER to one that runs, or to local[*] for this machine alone.`,
    silent: 'it does not answer',
    refused: (master: string, reason: string) =>
      `Spark could not begin with the master ${master}: ${reason}`,
    ended: (reason: string) => `Spark ended before it could count anything: ${reason}`,
    failed: (whose: string, reason: string) =>
      `Spark could not count what ${whose} needs: ${reason}`,
  },
  kept: 'as before',
  /** Of a detector that was asked by what had changed. */
  groups: (asked: number, all: number) =>
    `  ${asked.toLocaleString('en')} of ${all.toLocaleString('en')} asked about`,
  out: 'also write findings.ndjson, clusters.ndjson, accounts.csv and run.json there',
  clusterName: (accounts: number, bond: string) =>
    `${counted(accounts, 'account', 'accounts')} by ${bond}`,
  clusterSummary: (
    accounts: number,
    bonds: readonly string[],
    first: string | null,
    last: string | null,
  ) =>
    `${counted(accounts, 'account', 'accounts')} linked by ${listed(bonds)}` +
    (first && last ? `, by evidence dated ${first.slice(0, 10)} to ${last.slice(0, 10)}` : ''),
  waiting: (by: string, since: string) => `Waiting for a run of ${by}, begun at ${since}, to end`,
  handedOver:
    'The server that ran it was ended. Nothing of it was stored: the next server that is up begins it again by itself.',
  deriving: (id: string) => `Inferring: ${id}`,
  detecting: (id: string) => `Detecting: ${id}`,
  judging: 'Judging accounts and groups',
  storing: 'Storing the run',
  badQuery: (id: string, problem: string) =>
    `The detector ${id} returned what it must not: ${problem}`,
  columnsUnnamed: 'columns that are not named key, nodes, relations and facts behind RETURN',
  endMissing: (type: string) => `a relation ${type} whose ends are not among its nodes`,
  badCount: (of: string, rows: number, cited: number) =>
    `${rows} counted rows of ${of}, of which it cites ${cited}; or later ones than asked for`,
  tooManyRows: (most: number) => `more than ${most.toLocaleString('en')} rows`,
  keyTwice: (key: string) => `the key ${key} twice`,
  unknownDetector: (id: string, known: readonly string[]) =>
    `There is no detector ${id}. There are: ${known.join(', ')}.`,
  badAsOf: (text: string, problem: string) => `--as-of ${text} ${problem}.`,
  summary: (run: string, findings: number, clusters: number, seconds: number) =>
    `Run ${run}: ${counted(findings, 'finding', 'findings')}, ${counted(clusters, 'cluster', 'clusters')}, ${seconds.toFixed(1)} s`,
  order: 'First to look at, by likelihood and what is at stake:',
  ranked: (name: string, score: number) => `${name}, score ${score} of 100`,
  written: (folder: string) =>
    `Written to ${folder}: findings.ndjson, clusters.ndjson, accounts.csv, run.json`,
} as const;

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
