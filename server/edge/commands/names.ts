import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.names;

export function namesCommand(program: Command): void {
  program
    .command('names')
    .description(text.namesAbout)
    .argument('<pairs>', text.pairs)
    .requiredOption('--out <file>', text.out)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/names.ts')).scorePairs));
}
