import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

export function configCommand(program: Command): void {
  program
    .command('config')
    .description(messages.commands.config.about)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/config.ts')).showConfig));
}
