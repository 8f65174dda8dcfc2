import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parse } from 'csv-parse';
import { words } from '../../domain/words/index.ts';
import { exactCsvLine } from '../../domain/csv-line.ts';
import { kindOfSchema, scoreNames } from '../names/score.ts';
import { UsageError } from '../problems.ts';
import { print, printJson } from './print.ts';

const text = words.names;

export function namesCommand(program: Command): void {
  program
    .command('names')
    .description(text.namesAbout)
    .argument('<pairs>', text.pairs)
    .requiredOption('--out <file>', text.out)
    .option('--json', words.commands.jsonOption)
    .action(run);
}

async function run(pairs: string, options: { out: string; json?: true }): Promise<void> {
  const lines: string[] = [];
  let columns: string[] | null = null;
  const rows = createReadStream(pairs).on('error', () => undefined);
  const parsed = rows.pipe(parse({ bom: true, relax_column_count: true }));
  rows.on('error', (error) => parsed.destroy(error));
  for await (const cells of parsed as AsyncIterable<string[]>) {
    if (columns === null) {
      columns = cells;
      for (const needed of ['name1', 'name2'])
        if (!columns.includes(needed)) throw new UsageError(text.noColumn(pairs, needed));
      lines.push(exactCsvLine([...columns.filter((column) => column !== 'score'), 'score']));
      continue;
    }
    const cell = (column: string) => cells[columns!.indexOf(column)] ?? '';
    const kind = kindOfSchema(columns.includes('schema') ? cell('schema') : undefined);
    const { score } = scoreNames(cell('name1'), cell('name2'), kind);
    const kept = columns.flatMap((column) => (column === 'score' ? [] : [cell(column)]));
    lines.push(exactCsvLine([...kept, String(score)]));
  }
  if (columns === null) throw new UsageError(text.noColumn(pairs, 'name1'));
  await writeFile(options.out, lines.join(''));
  const made = { file: options.out, pairs: lines.length - 1 };
  if (options.json) printJson(made);
  else print(text.scored(made));
}
