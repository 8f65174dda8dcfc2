import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.peopleCommand;

export function peopleCommand(program: Command): void {
  const group = program.command('people').description(text.about);
  group
    .command('list')
    .description(text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/people.ts')).list));
  group
    .command('add <name>')
    .description(text.add)
    .requiredOption('--role <role>', text.role)
    .action(later(async () => (await import('./actions/people.ts')).add));
  group
    .command('link <name>')
    .description(text.link)
    .action(later(async () => (await import('./actions/people.ts')).link));
  group
    .command('role <name> <role>')
    .description(text.changeRole)
    .action(later(async () => (await import('./actions/people.ts')).role));
  group
    .command('off <name>')
    .description(text.off)
    .action(later(async () => (await import('./actions/people.ts')).off));
  group
    .command('on <name>')
    .description(text.on)
    .action(later(async () => (await import('./actions/people.ts')).on));
  group
    .command('sign-on <name> <on|off>')
    .description(text.signOn)
    .action(later(async () => (await import('./actions/people.ts')).signOn));
  group
    .command('second-factor <name>')
    .description(text.secondFactor)
    .requiredOption('--off', text.factorOffOption)
    .action(later(async () => (await import('./actions/people.ts')).secondFactor));
  group
    .command('sessions <name>')
    .description(text.sessions)
    .option('--end', text.endOption)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/people.ts')).sessions));
}

export function tokenCommand(program: Command): void {
  const group = program.command('token').description(text.tokens);
  group
    .command('list')
    .description(text.listTokens)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/people.ts')).tokens));
  group
    .command('add <name>')
    .description(text.addToken)
    .option('--person <name>', text.personOption)
    .option('--scope <permissions>', text.scopeOption, 'look')
    .option('--days <days>', text.daysOption, '90')
    .action(later(async () => (await import('./actions/people.ts')).addToken));
  group
    .command('revoke <id>')
    .description(text.revokeToken)
    .action(later(async () => (await import('./actions/people.ts')).dropToken));
}
