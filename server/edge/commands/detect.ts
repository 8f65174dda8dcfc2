import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';
import { several } from './several.ts';

const text = messages.detect;

export function detectCommand(program: Command): void {
  program
    .command('detect')
    .description(text.about)
    .option('--only <ids>', text.only, (ids: string) => ids.split(','))
    .option('--param <detector.name=value>', messages.parameters.command.paramOfRun, several)
    .option('--as-of <time>', text.asOf)
    .option('--changed', text.changed)
    .option('--memory <size>', text.memory)
    .option('--engine <name>', text.engine)
    .option('--out <dir>', text.out)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/detect.ts')).runDetection));
}
