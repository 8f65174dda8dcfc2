import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.retention.command;

export function personCommand(program: Command): void {
  const group = program.command('person').description(text.person);
  group
    .command('report <account>')
    .description(text.report)
    .option('--to <file>', text.to)
    .action(later(async () => (await import('./actions/person.ts')).report));
  group
    .command('erase <account>')
    .description(text.erase)
    .option('--reason <text>', text.reason)
    .option('--yes', text.yes)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/person.ts')).eraseAccount));
  group
    .command('verify <certificate>')
    .description(text.verify)
    .option('--key <file>', text.key)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/person.ts')).verifyCertificate));
  group
    .command('readmit <account>')
    .description(text.readmit)
    .option('--reason <text>', text.reason)
    .action(later(async () => (await import('./actions/person.ts')).readmit));
}

export function holdCommand(program: Command): void {
  const group = program.command('hold').description(text.hold);
  group
    .command('set')
    .description(text.set)
    .option('--account <id>', text.account)
    .option('--case <id>', text.case)
    .option('--reason <text>', text.reason)
    .action(later(async () => (await import('./actions/hold.ts')).set));
  group
    .command('list')
    .description(text.list)
    .option('--all', text.all)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/hold.ts')).list));
  group
    .command('lift <hold>')
    .description(text.lift)
    .option('--reason <text>', text.reason)
    .action(later(async () => (await import('./actions/hold.ts')).lift));
}

export function retentionCommand(program: Command): void {
  const group = program.command('retention').description(text.retention);
  group
    .command('show', { isDefault: true })
    .description(text.retention)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/retention.ts')).show));
  group
    .command('apply')
    .description(text.apply)
    .option('--dry', text.dry)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/retention.ts')).apply));
}
