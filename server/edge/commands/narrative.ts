import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';
import { withScopeOptions } from './scope-options.ts';

const text = messages.narrative.command;

export function narrativeCommand(program: Command): void {
  withScopeOptions(program.command('narrative').description(text.about))
    .requiredOption('--out <file>', text.out)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/narrative.ts')).writeDraft));
}
