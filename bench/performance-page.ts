import { table } from '../server/edge/docs/table.ts';
import {
  isSize,
  ratioOf,
  sizedParts,
  wholeRun,
  worksOf,
  type PartName,
  type Parts,
  type Scale,
  type Work,
} from './works.ts';

/** Beside the page. */
export const plotName = 'performance.svg';

/** What docs/PERFORMANCE.md says of the sizes that were measured. */
export function performancePage(scales: readonly Scale[]): string {
  return [
    '# How fast Skein works, beside what else one would use',
    '',
    'Written by `npm run bench -- --scale 2k,10k`, which keeps each part that it measures (`bench/measured.json`); `--only` measures some parts alone.',
    '',
    'Each work was timed once, one after the other, on one machine; what it stands beside ran in the same run on the same rows.',
    'A ratio is our time by the other’s: less is better. **missed** is what is above its aim.',
    ...scales.flatMap(sizePage),
    ...growth(scales),
    ...tried,
    '',
  ].join('\n');
}

const partTitles: Readonly<Record<PartName, string>> = {
  load: 'loading and storing, accounts with their logins',
  alone: 'a world, without a database',
  detect: 'the same world, loaded, detected and asked about',
  recent: 'the latest rows of the same world, by the command line',
  spark: 'the same by Spark',
  before: 'beside an earlier commit',
};

function sizePage(scale: Scale): string[] {
  const works = worksOf(scale);
  const named: readonly PartName[] = [
    ...(isSize(scale) ? sizedParts : []),
    ...(scale.before ? (['before'] as const) : []),
  ];
  const parts = named.map((part) => {
    const measured = scale[part];
    if (!measured) return `- ${partTitles[part]}: not measured at this size.`;
    const { rows, by, at } = measured;
    return `- ${partTitles[part]}, ${count(rows)} rows: ${by}; ${at.slice(0, 10)}.`;
  });
  return [
    ...['', `## ${count(scale.accounts)} accounts`, ''],
    ...parts,
    ...['', worksTable(works), ''],
    ...works.flatMap(({ what, note }) => (note === undefined ? [] : [`- **${what}**: ${note}`])),
    ...(scale.detect ? heldAndSlow(scale.accounts, scale.detect) : []),
    ...(scale.recent ? heldOfLatest(scale.accounts, scale.recent) : []),
  ];
}

function heldAndSlow(accounts: number, { memory, slowest }: Parts['detect']): string[] {
  const steps = slowest.steps.map(({ what, seconds: took }) => `${what} (${seconds(took)} s)`);
  const places = slowest.places.map(({ what, share }) => `${what} (${Math.round(100 * share)} %)`);
  return [
    '',
    `The process that loads the world and detects held ${heldAtMost(accounts, memory)}, Neo4j aside.`,
    '',
    `Of a run whose queries are planned, the slowest steps are ${steps.join(', ')}; its main thread, looked at meanwhile, is seen in ${places.join(', ')}.`,
  ];
}

function heldOfLatest(accounts: number, { rows, memory }: Parts['recent']): string[] {
  return [
    '',
    `Over the latest ${count(rows)} rows alone, without what happened before, a run held ${heldAtMost(accounts, memory)}, Neo4j aside.`,
  ];
}

function heldAtMost(accounts: number, memory: number): string {
  const held = memory / 2 ** 20;
  const { mebibytes: most } = wholeRun;
  const aim = accounts === wholeRun.accounts ? ` (${told(`≤ ${count(most)}`, held > most)})` : '';
  return `${count(held)} MiB at most${aim}`;
}

function worksTable(works: readonly (Work & { rows: number })[]): string {
  return table(
    ['work', 'seconds', 'beside', 'seconds', 'ratio', 'aim'],
    works.map((work) => [
      `${work.what} (${count(work.rows)} rows)`,
      seconds(work.seconds),
      work.beside?.what ?? '',
      work.beside ? seconds(work.beside.seconds) : '',
      work.beside ? ratioOf(work)!.toFixed(2) : '',
      aimOf(work),
    ]),
  );
}

/** Of what is slowest, in words: what a profile said, and what was tried. */
const tried = [
  '',
  '## What is slowest, and what was tried',
  '',
  '- **Neo4j planning and compiling.** A first run waits for it most: each detector’s query is planned once, by code that Java has not compiled yet. Queries were made shorter (what they count is SQL), and Java compiles only what runs often. Compiling less thoroughly, by its first compiler alone, costs more later than it brings; Neo4j’s planner has no setting that helps.',
  '- **Likenesses of texts.** A thread of their own, beside the rules and, where all is asked, beside the detectors that read none of them; it shares the cutting of the texts into words, shingles and signatures with as many threads as there are other cores. Who uses a run of words is kept for those alone that several accounts may use. Keeping each text’s signature between runs would spare a tenth of this work, since the index of rare runs needs the words themselves: not built. Of the pairs that agree in a band few are copies: each two are compared until what is left of them cannot make them one, text after text, without a list of all pairs. Which pass looks for a run is told by its first two words, before the rest is read. Tokens are read once a writing, shingles made over one array of letters, four rows of a signature at a time, pairs summed account by account. Another hash would be faster and find other candidates.',
  '- **Memory of texts.** A platform of 100,000 accounts has 1.8 million of them: all at once, they and their index took 10 GiB. They are cut some accounts’ at a time and let go of; runs of words are looked for in passes, each about a share of the runs; what a text says is read again for those few that a finding shows.',
  '- **What comes over the connection.** The driver unpacks each value in JavaScript. Detectors bring of nodes and relations what evidence says of them and no more, lists come faster than rows, rows are taken without a promise each. Columns are kept between runs, in a file of DuckDB: one over what changed reads again the rows alone that were written. A whole run reads all, so that it says what holds whatever was kept.',
];

/** How time grows from each size to the next: 1 is in step with the rows. */
function growth(all: readonly Scale[]): string[] {
  const scales = all.filter(isSize);
  if (scales.length < 2) return [];
  const steps = scales.slice(1).map((large, index) => ({ small: scales[index]!, large }));
  const names = [...new Set(scales.flatMap(worksOf).map(({ what }) => what))];
  return [
    '',
    '## Growth',
    '',
    `![Seconds and memory against rows](${plotName})`,
    '',
    'By how much time grows where rows grow tenfold, as a power: 1 is in step with them. From a size to ten times as much also how many times as long it takes, where an aim says how many it may be.',
    '',
    table(
      [
        'work',
        ...steps.map(
          ({ small, large }) => `${count(small.accounts)} to ${count(large.accounts)} accounts`,
        ),
      ],
      names.map((name) => [name, ...steps.map(({ small, large }) => grown(name, small, large))]),
    ),
  ];
}

function grown(name: string, small: Scale, large: Scale): string {
  const [from, to] = [small, large].map((scale) =>
    worksOf(scale).find(({ what }) => what === name),
  );
  // Some work is capped, and then as large at either size.
  if (!from || !to || to.rows === from.rows) return '';
  const times = to.seconds / from.seconds;
  const power = (Math.log(times) / Math.log(to.rows / from.rows)).toFixed(2);
  if (to.grows === undefined || large.accounts !== 10 * small.accounts) return power;
  return `${power}; ${times.toFixed(1)} times, ${told(`≤ ${to.grows}`, times > to.grows)}`;
}

function aimOf(work: Work): string {
  const { aim } = work;
  if (aim === null) return '';
  if ('ratio' in aim) return told(`≤ ${aim.ratio.toFixed(2)}`, ratioOf(work)! > aim.ratio);
  return told(`≤ ${aim.seconds} s`, work.seconds > aim.seconds);
}

const told = (aim: string, isMissed: boolean) => (isMissed ? `${aim} **missed**` : aim);
const seconds = (value: number) => (value < 1 ? value.toFixed(3) : value.toFixed(1));
const count = (value: number) => Math.round(value).toLocaleString('en');
