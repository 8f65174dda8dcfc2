import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.evidence.command;

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description(text.verify)
    .argument('[file]', text.verifyFile)
    .option('--page <file>', text.verifierPage)
    .option('--replay <folder...>', text.replay)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/verify.ts')).verify));
}
