import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.names;

export function screenCommand(program: Command): void {
  program
    .command('screen')
    .description(text.screenAbout)
    .argument('[names...]', text.names)
    .option('--file <file>', text.file)
    .option('--list <name>', text.list)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/screen.ts')).screen));
}
