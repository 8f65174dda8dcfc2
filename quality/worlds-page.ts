import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import { table } from '../server/edge/docs/table.ts';
import { fixed, mean, percent, share } from './figures.ts';
import { alarmsByGroup } from './groups.ts';
import { recordsOf, type Measured } from './measure.ts';
import { reliabilityOf } from './reliability.ts';
import type { Share, WorldScore } from './score.ts';

/** What a generator's worlds gave, with the baselines beside. */
export interface GeneratorFigures {
  generator: string;
  about: string;
  /** By an outside party: of its cases only figures are published. */
  outside: boolean;
  worlds: (Measured & { baselines: { name: string; score: WorldScore }[] })[];
}

/** Groups with fewer honest accounts than this say nothing. */
const leastInGroup = 100;

export function worldsPages(
  figures: readonly GeneratorFigures[],
  detectors: readonly CatalogueEntry[],
): string[] {
  return figures.flatMap(({ generator, about, worlds, outside }) => [
    outside ? `## World ${generator}` : `## Worlds of the ${generator} generator`,
    about,
    worldTable(worlds),
    '### Kinds of ring: accounts among the R best',
    kindTable(worlds.map(({ score }) => score.kinds)),
    '### Honest look-alikes that score at least 0.5 or stand in a cluster',
    kindTable(worlds.map(({ score }) => score.alarms)),
    ...(outside ? [] : detectorPages(worlds, detectors)),
    '### Reliability',
    `Of accounts by score, the share that is part of a scheme. Measured where ${prevalence(worlds)} of all accounts are; with another share, the figures move.`,
    reliabilityTable(worlds),
    '### False alarms by nationality',
    'Honest accounts that score at least 0.5, by a column that detection does not use.',
    groupTable(worlds),
  ]);
}

function detectorPages(
  worlds: readonly Measured[],
  detectors: readonly CatalogueEntry[],
): string[] {
  return [
    '### Detectors',
    'Accounts that a detector names at all, and those it names with a strength of at least 0.5; and which share of each is part of a scheme. A detector need not be precise alone: its weight says what it is worth.',
    detectorTable(worlds, detectors),
  ];
}

function worldTable(worlds: GeneratorFigures['worlds']): string {
  const names = worlds[0]?.baselines.map(({ name }) => name) ?? [];
  const rows = worlds.map(({ world, score, baselines }) => [
    world.name,
    score.accounts.toLocaleString('en'),
    String(score.bad),
    fixed(score.ap),
    fixed(score.precisionAtR),
    share(score.rings),
    share(score.falseClusters),
    ...baselines.map((baseline) => fixed(baseline.score.ap)),
    `${Math.round(world.seconds.load)} + ${Math.round(world.seconds.detect)}`,
  ]);
  const all = worlds.map(({ score }) => score);
  const total = [
    '**all**',
    all.reduce((sum, { accounts }) => sum + accounts, 0).toLocaleString('en'),
    String(all.reduce((sum, { bad }) => sum + bad, 0)),
    fixed(mean(all.map(({ ap }) => ap))),
    fixed(mean(all.map(({ precisionAtR }) => precisionAtR))),
    share(added(all.map(({ rings }) => rings))),
    share(added(all.map(({ falseClusters }) => falseClusters))),
    ...names.map((_, at) => fixed(mean(worlds.map(({ baselines }) => baselines[at]!.score.ap)))),
    '',
  ];
  const heads = ['world', 'accounts', 'bad', 'AP', 'P@R', 'rings', 'false clusters'];
  return table([...heads, ...names.map((name) => `AP of ${name}`), 'seconds'], [...rows, total]);
}

function added(shares: readonly Share[]): Share {
  return shares.reduce((sum, { hit, of }) => ({ hit: sum.hit + hit, of: sum.of + of }), {
    hit: 0,
    of: 0,
  });
}

function kindTable(perWorld: readonly ReadonlyMap<string, Share>[]): string {
  const kinds = [...new Set(perWorld.flatMap((kinds) => [...kinds.keys()]))].sort();
  return table(
    ['kind', 'accounts', 'share'],
    kinds.map((kind) => {
      const sum = added(perWorld.map((kinds_) => kinds_.get(kind) ?? { hit: 0, of: 0 }));
      return [kind, share(sum), percent(sum.hit, sum.of)];
    }),
  );
}

function detectorTable(worlds: readonly Measured[], detectors: readonly CatalogueEntry[]): string {
  const records = recordsOf(
    worlds.map(({ world }) => world),
    detectors,
  );
  return table(
    ['detector', 'findings', 'names', 'of a scheme', 'names strongly', 'of a scheme'],
    records.map(({ detector, findings, named, bad, strong, strongBad }) => [
      `\`${detector}\``,
      findings.toLocaleString('en'),
      named.toLocaleString('en'),
      percent(bad, named),
      strong.toLocaleString('en'),
      percent(strongBad, strong),
    ]),
  );
}

function scoredAccounts(worlds: readonly Measured[]) {
  return worlds.flatMap(({ world, scoreOf }) => {
    const bad = new Set(
      world.labels.filter(({ role }) => role !== 'benign').map(({ account_id }) => account_id),
    );
    return world.accounts.map((account) => ({ score: scoreOf(account), bad: bad.has(account) }));
  });
}

function prevalence(worlds: readonly Measured[]): string {
  const all = scoredAccounts(worlds);
  return percent(all.filter(({ bad }) => bad).length, all.length);
}

function reliabilityTable(worlds: readonly Measured[]): string {
  return table(
    ['score', 'accounts', 'mean score', 'part of a scheme'],
    reliabilityOf(scoredAccounts(worlds)).map(({ from, to, accounts, bad, meanScore }) => [
      `${fixed(from, 2)}–${fixed(to, 2)}`,
      accounts.toLocaleString('en'),
      fixed(meanScore),
      accounts === 0 ? '–' : fixed(bad / accounts),
    ]),
  );
}

function groupTable(worlds: readonly Measured[]): string {
  return table(
    ['nationality', 'honest accounts', 'alarms', 'rate'],
    alarmsByGroup(worlds, leastInGroup).map(({ group, honest, alarms }) => [
      group,
      honest.toLocaleString('en'),
      String(alarms),
      percent(alarms, honest),
    ]),
  );
}
