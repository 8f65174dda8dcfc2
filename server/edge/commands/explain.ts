import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.explain;

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description(text.about)
    .argument('<account>', text.accountArgument)
    .argument('<other>', text.accountArgument)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/explain.ts')).explainLink));
}
