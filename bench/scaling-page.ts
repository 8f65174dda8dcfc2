import { table } from '../server/edge/docs/table.ts';
import { detecting, importing, loadingLive, worksOf, type Scale } from './works.ts';

/** A platform larger than any that was measured. */
const large = { accounts: 100_000_000, events: 10_000_000_000 };

/** What a core is let for, an hour, in USD: an assumption, to be replaced by one’s own. */
const coreHour = 0.05;

/** What is done every night must be done in so many hours. */
const night = 8;

const hour = 3_600;
const gib = 2 ** 30;

/** A size at which both were measured. */
type Whole = Scale & Required<Pick<Scale, 'load' | 'detect'>>;

/** What docs/SCALING.md says: how to size a machine by what was measured, and where that ends; null of fewer than two sizes. */
export function scalingPage(measured: readonly Scale[]): string | null {
  const scales = measured.filter((scale): scale is Whole => 'load' in scale && 'detect' in scale);
  if (scales.length < 2) return null;
  return [
    '# How large a machine a platform needs',
    '',
    'Written by `npm run bench`, of all that it has kept.',
    '',
    ...sized(scales),
    '',
  ].join('\n');
}

function sized(scales: readonly Whole[]): string[] {
  const largest = scales.at(-1)!;
  const { load, detect } = largest;
  const perMillion = 1_000_000 / load.rows;
  const { cores, heap, pageCache } = load.machine;
  const events = (name: string) => drawnOut(scales, name, large.events);
  const works = [importing, loadingLive, detecting];
  return [
    `How large a machine a platform needs, by what was measured as docs/PERFORMANCE.md describes: up to ${count(largest.accounts)} accounts with ${count(load.rows)} rows, most of them logins, and worlds of as many accounts with all that detectors look at, ${count(detect.rows)} rows. Loading: ${load.by}. Detecting: ${detect.by}.`,
    '',
    '## For each million rows',
    '',
    table(
      ['what', 'at the largest size measured'],
      [
        ['rows as they came, in CSV', `${mib(load.disk.rows * perMillion)} MiB of disk`],
        [
          'the same, kept word for word as sources',
          `${mib(load.disk.sources * perMillion)} MiB of disk`,
        ],
        [
          'the database with its indexes and logs',
          `${mib(load.disk.database * perMillion)} MiB of disk`,
        ],
        ...works.map((name) => {
          const { rows, took } = of(largest, name);
          return [name, `${((took / rows) * 1_000_000).toFixed(0)} s`];
        }),
      ],
    ),
    '',
    `When loading was measured, Neo4j was given ${heap} MiB of heap and ${pageCache} MiB for pages; it is at its best when the database fits into the latter. The process beside it held ${mib(detect.memory)} MiB for the largest world: the keys of all rows while they are imported, and while it detects a number for each word that texts are made of and all bonds between accounts, so that it grows in step with those. Texts themselves are in memory some accounts’ at a time, and what they have in common is looked for in as many passes as keep it small. What detectors count over is bounded (--memory), and evidence lies on the disk until it is stored; the words’ numbers and the bonds are not bounded yet. An import writes all rows once more beside the sources, for as long as it lasts.`,
    '',
    '## Growth',
    '',
    'From each size to the next, as a power of the growth of rows (1: in step with them):',
    '',
    table(
      ['work', ...scales.slice(1).map(({ accounts }) => `to ${count(accounts)} accounts`)],
      works.map((name) => [
        name,
        ...scales.slice(1).map((scale, at) => power(scales[at]!, scale, name).toFixed(2)),
      ]),
    ),
    '',
    `## To ${count(large.accounts)} accounts and ${count(large.events)} events`,
    '',
    'Drawn out by the last of these powers, or in step with the rows where it is less than 1. That is farther from what was measured than any such rule can be trusted: it says where the design ends, and no more.',
    '',
    table(
      ['what', `on ${cores} cores`, `at USD ${coreHour} a core and hour`],
      [
        ...works.map((name) => {
          const hours = events(name) / hour;
          return [name, `${count(hours)} hours`, `USD ${count(hours * cores * coreHour)}`];
        }),
        [
          'disk for the database',
          `${count((load.disk.database / load.rows) * (large.events / gib))} GiB`,
          '',
        ],
      ],
    ),
    '',
    '## Where this stops, and what then',
    '',
    `- By the same rule one night of ${night} hours is enough for ${works.map((name) => `${million(rowsIn(scales, name, night * hour))} million rows (${name})`).join(', ')}.`,
    '- The graph is one database on one machine: Neo4j’s Community edition has no cluster, plans and runs each query in one thread, and an import needs the database stopped. A database elsewhere is used by its address (`NEO4J_URI`, docs/SETTINGS.md); it is loaded the live way then.',
    '- What detectors and some rules count they count in SQL, over columns that a whole run reads from the graph anew, in at most a quarter of what a run may hold (`skein detect --memory`; a quarter of the machine’s memory where nobody says); what does not fit is spilled to disk. Columns are kept beside the database for the next run, which reads again what was written since. Their queries bind and weigh what is left. Of a small platform’s first run much is still planning queries. `skein detect --engine spark` has the same SQL counted on many machines (docs/SPARK.md); their queries, groups and scores stay with one process and one database.',
    '- Every run is kept. Of findings that a run over what changed (`--changed`) takes over it writes evidence only where that has become another; what else is said of each finding and account is written again, run by run.',
    '- What is linked is counted up to limits that each detector declares (docs/PARAMETERS.md): an address of a hundred thousand accounts is a place and no evidence, and costs no more than one of fifty.',
    '- Pages of findings and scores, search and neighbourhoods are read by index, whatever the size (docs/BENCH-API.md: a million accounts). Narrowed lists and the queue look at each finding of the run.',
  ];
}

function of(scale: Scale, name: string): { rows: number; took: number } {
  const { seconds, rows } = worksOf(scale).find(({ what }) => what === name)!;
  return { took: seconds, rows };
}

function power(small: Scale, large: Scale, name: string): number {
  const [from, to] = [of(small, name), of(large, name)];
  return Math.log(to.took / from.took) / Math.log(to.rows / from.rows);
}

const lastPower = (scales: readonly Scale[], name: string) =>
  Math.max(1, power(scales.at(-2)!, scales.at(-1)!, name));

/** Seconds that it would take for so many rows. */
function drawnOut(scales: readonly Scale[], name: string, rows: number): number {
  const largest = of(scales.at(-1)!, name);
  return largest.took * (rows / largest.rows) ** lastPower(scales, name);
}

/** For how many rows so many seconds would be enough. */
function rowsIn(scales: readonly Scale[], name: string, seconds: number): number {
  const largest = of(scales.at(-1)!, name);
  return largest.rows * (seconds / largest.took) ** (1 / lastPower(scales, name));
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const mib = (bytes: number) => count(bytes / 2 ** 20);
const million = (value: number) => (value / 1_000_000).toFixed(1);
