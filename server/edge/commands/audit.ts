import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { acts } from '../../../domain/custody-acts.ts';
import { later } from './later.ts';

export function auditCommand(program: Command): void {
  const text = messages.custody.command;
  const group = program.command('audit').description(text.about);
  group
    .command('verify')
    .description(text.verify)
    .option('--against <file>', text.against)
    .option('--anchor <file...>', text.anchors)
    .option('--no-database', text.noDatabase)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/audit.ts')).verify));
  group
    .command('anchor')
    .description(text.anchor)
    .action(later(async () => (await import('./actions/audit-anchor.ts')).anchorNow));
  group
    .command('show')
    .description(text.show)
    .option('--since <time>', text.since)
    .option('--act <act>', text.act(acts))
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/audit.ts')).show));
  group
    .command('erase')
    .description(text.erase)
    .requiredOption('--account <id>', text.account)
    .option('--yes', text.yes)
    .action(later(async () => (await import('./actions/audit.ts')).eraseAccount));
}
