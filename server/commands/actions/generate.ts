import { InvalidArgumentError, type Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { generate, largestSeed, leastAccounts } from '../../generate/generate.ts';
import { terminalProgress } from '../../progress.ts';
import { print, printJson } from './print.ts';

const text = words.generate;

interface Options {
  accounts: number;
  seed: number;
  out: string;
  json?: true;
}

function whole(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(text.notWhole(least, most));
    return number;
  };
}

export function generateCommand(program: Command): void {
  program
    .command('generate')
    .description(text.about)
    .requiredOption('--accounts <count>', text.accounts, whole(leastAccounts, 2_000_000))
    .option('--seed <number>', text.seed, whole(0, largestSeed), 1)
    .requiredOption('--out <folder>', text.out)
    .option('--json', words.commands.jsonOption)
    .action((options: Options) => {
      const { accounts, seed, out: folder } = options;
      const made = generate({ accounts, seed, folder }, terminalProgress());
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}
