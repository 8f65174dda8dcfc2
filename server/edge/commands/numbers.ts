import type { Command } from 'commander';
import { bucketKinds, numbersTables } from '../../../domain/numbers-asked.ts';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.commands.numbers;

export function numbersCommand(program: Command): void {
  program
    .command('numbers')
    .description(text.about)
    .option('--from <day>', text.from)
    .option('--to <day>', text.to)
    .option('--by <part>', text.by(bucketKinds))
    .option('--table <table>', text.table(numbersTables))
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/numbers.ts')).showNumbers));
}
