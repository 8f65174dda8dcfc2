import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.compare;

export function diffCommand(program: Command): void {
  program
    .command('diff')
    .description(text.about)
    .argument('[from]', text.fromArgument)
    .argument('[to]', text.toArgument)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/diff.ts')).compareRuns));
}
