import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.names;

export function screenCommand(program: Command): void {
  program
    .command('screen')
    .description(text.screenAbout)
    .argument('[names...]', text.names)
    .option('--file <file>', text.file)
    .option('--list <name>', text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/screen.ts')).screen));
}
