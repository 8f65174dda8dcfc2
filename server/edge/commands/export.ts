import type { Command } from 'commander';
import { maskKinds } from '../../../domain/schema/masks.ts';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';
import { withScopeOptions } from './scope-options.ts';

const text = messages.evidence.command;

export function exportCommand(program: Command): void {
  withScopeOptions(program.command('export').description(text.export))
    .requiredOption('--out <file>', text.out)
    .option('--mask <kinds>', text.mask(maskKinds))
    .option('--reason <text>', text.reason)
    .option('--case <number>', text.caseNumber)
    .option('--authority <text>', text.authority)
    .option('--with-narrative', text.withNarrative)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/export.ts')).exportBundle));
}
