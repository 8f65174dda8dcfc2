import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.names;

export function namesCommand(program: Command): void {
  program
    .command('names')
    .description(text.namesAbout)
    .argument('<pairs>', text.pairs)
    .requiredOption('--out <file>', text.out)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/names.ts')).scorePairs));
}
