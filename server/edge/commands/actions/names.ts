import { messages } from '../../../../domain/messages/index.ts';
import { exactCsvLine } from '../../../../domain/csv-line.ts';
import { exactTable } from '../../../ingest/load/exact-rows.ts';
import { writeOwnFile } from '../../../platform/own-file.ts';
import { kindOfSchema, scoreNames } from '../../../graph/names/score.ts';
import { print, printJson } from './print.ts';

const text = messages.names;

export async function scorePairs(
  pairs: string,
  options: { out: string; json?: true },
): Promise<void> {
  const { columns, rows } = await exactTable(pairs, ['name1', 'name2']);
  const kept = columns.map((_, at) => at).filter((at) => columns[at] !== 'score');
  const lines = [exactCsvLine([...kept.map((at) => columns[at]!), 'score'])];
  for await (const cells of rows) {
    const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
    const kind = kindOfSchema(columns.includes('schema') ? cell('schema') : undefined);
    const { score } = scoreNames(cell('name1'), cell('name2'), kind);
    lines.push(exactCsvLine([...kept.map((at) => cells[at]!), String(score)]));
  }
  await writeOwnFile(options.out, lines.join(''));
  const made = { file: options.out, pairs: lines.length - 1 };
  if (options.json) printJson(made);
  else print(text.scored(made));
}
