import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.explain;

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description(text.about)
    .argument('<account>', text.accountArgument)
    .argument('<other>', text.accountArgument)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/explain.ts')).explainLink));
}
