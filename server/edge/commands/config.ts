import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

export function configCommand(program: Command): void {
  program
    .command('config')
    .description(words.commands.config.about)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/config.ts')).showConfig));
}
