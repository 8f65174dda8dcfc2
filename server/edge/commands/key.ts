import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.signing.command;

export function keyCommand(program: Command): void {
  const group = program.command('key').description(text.about);

  group
    .command('show')
    .description(text.show)
    .option('--pem', text.pem)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/key.ts')).show));
  group
    .command('rotate')
    .description(text.rotate)
    .action(later(async () => (await import('./actions/key.ts')).rotateKey));
  group
    .command('trust <file>')
    .description(text.trust)
    .requiredOption('--name <name>', text.name)
    .action(later(async () => (await import('./actions/key.ts')).trustKey));
  group
    .command('distrust <id>')
    .description(text.distrust)
    .action(later(async () => (await import('./actions/key.ts')).distrustKey));
}
