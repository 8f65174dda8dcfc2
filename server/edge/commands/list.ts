import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';
import { several } from './several.ts';

const text = messages.listCommand;

export function listCommand(program: Command): void {
  const group = program.command('list').description(text.about);
  group
    .command('list')
    .description(text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/list.ts')).list));
  group
    .command('members <list>')
    .description(text.members)
    .option('--only <name>', text.onlyOption, several)
    .option('--all', text.allOption)
    .option('--why <text>', text.whyOption)
    .action(later(async () => (await import('./actions/list.ts')).members));
}
