import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.load.command;

export function loadCommand(program: Command): void {
  program
    .command('load')
    .description(text.about)
    .argument('<folder...>', text.folders)
    .option('--strict', text.strict)
    .option('--map <file>', text.map)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/load.ts')).load));
}
