import { count as counted } from './typography.ts';

const figure = (value: number) => value.toLocaleString('en');

interface Made {
  folder: string;
  accounts: number;
  seed: number;
  rows: Readonly<Record<string, number>>;
}

/** What a person reads of: generate. */
export const generateMessages = {
  about:
    'write a synthetic labelled world: a freelance platform with rings and honest look-alikes, all fictional',
  accounts: 'how many accounts',
  seed: 'the same seed and number of accounts give the same bytes',
  out: 'folder to write the dataset to; files of the same names are replaced',
  notWhole: (least: number, most: number) =>
    `Give a whole number from ${figure(least)} to ${figure(most)}.`,
  people: 'Thinking up people',
  market: 'Holding the market',
  lives: 'Living their lives',
  writing: 'Writing files',
  unit: 'accounts',
  jobs: 'jobs',
  files: 'files',
  summary: ({ folder, accounts, seed, rows }: Made) => {
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const parts = Object.entries(rows).map(([file, count]) => `${figure(count)} ${file}`);
    return `${folder}: ${counted(accounts, 'account', 'accounts')} from seed ${seed}, ${counted(total, 'row', 'rows')}\n  ${parts.join(', ')}`;
  },
} as const;
