import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.commands.db;

export function databaseCommand(program: Command): void {
  const group = program.command('db').description(text.about);

  group
    .command('start')
    .description(text.start)
    .action(later(async () => (await import('./actions/db.ts')).start));
  group
    .command('stop')
    .description(text.stop)
    .action(later(async () => (await import('./actions/db.ts')).stop));
  group
    .command('status')
    .description(text.status)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/db.ts')).status));
  group
    .command('backup <file>')
    .description(text.backup)
    .action(later(async () => (await import('./actions/db.ts')).backUp));
  group
    .command('restore <file>')
    .description(text.restore)
    .action(later(async () => (await import('./actions/db.ts')).putBack));
  group
    .command('reset')
    .description(text.reset)
    .option('--yes', text.yes)
    .action(later(async () => (await import('./actions/db.ts')).deleteAll));
}
