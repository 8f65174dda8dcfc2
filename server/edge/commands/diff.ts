import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.compare;

export function diffCommand(program: Command): void {
  program
    .command('diff')
    .description(text.about)
    .argument('[from]', text.fromArgument)
    .argument('[to]', text.toArgument)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/diff.ts')).compareRuns));
}
