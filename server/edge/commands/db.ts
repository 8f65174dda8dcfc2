import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.commands.db;
const says = messages.backup.command;

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
    .command('backup')
    .argument('[file]', says.file)
    .description(says.backup)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/backup.ts')).backup));
  group
    .command('restore <file>')
    .description(says.restore)
    .option('--replaces <home>', says.replaces)
    .action(later(async () => (await import('./actions/backup.ts')).putBack));
  group
    .command('check <file>')
    .description(says.check)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/backup.ts')).check));
  group
    .command('reset')
    .description(text.reset)
    .option('--yes', text.yes)
    .action(later(async () => (await import('./actions/db.ts')).deleteAll));
}
