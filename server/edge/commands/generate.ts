import { InvalidArgumentError, type Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { largestSeed, leastAccounts, mostAccounts } from '../../../worlds/shipped/limits.ts';
import { later } from './later.ts';

const text = messages.generate;

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
    .requiredOption('--accounts <count>', text.accounts, whole(leastAccounts, mostAccounts))
    .option('--seed <number>', text.seed, whole(0, largestSeed), 1)
    .requiredOption('--out <folder>', text.out)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/generate.ts')).generateWorld));
}
