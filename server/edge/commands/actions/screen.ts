import { compareText } from '../../../../domain/compare-text.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { exactTable } from '../../../ingest/load/exact-rows.ts';
import {
  readListedNames,
  Screening,
  type ListedName,
  type Screened,
} from '../../../graph/names/screen.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';

const text = messages.names;

interface Options {
  file?: string;
  list?: string;
  json?: true;
}

export async function screen(names: string[], options: Options): Promise<void> {
  const asked = [...names, ...(options.file === undefined ? [] : await namesIn(options.file))];
  if (asked.length === 0) throw new UsageError(text.noNames);
  const progress = terminalProgress();
  const opened = await openDatabase(readSettings(), progress);
  try {
    const listed = await readListedNames(opened.database, options.list);
    if (listed.length === 0) throw new UsageError(text.noList(options.list));
    const screening = new Screening(listed);
    const results = asked.map((name): Screened => ({ name, matches: screening.matches(name) }));
    if (options.json) printJson({ results });
    else print([...results.map(told), text.against(entriesByList(listed))].join('\n'));
  } finally {
    progress.end();
    await opened.close();
  }
}

/** The column `name` of a CSV. */
async function namesIn(file: string): Promise<string[]> {
  const { columns, rows } = await exactTable(file, ['name']);
  const at = columns.indexOf('name');
  const names: string[] = [];
  for await (const cells of rows) if (cells[at]!.trim() !== '') names.push(cells[at]!);
  return names;
}

/** How many entries each list has, in the order of their names. */
function entriesByList(listed: readonly ListedName[]): [string, number][] {
  const entries = new Map<string, Set<string>>();
  for (const { list, entry_id: id } of listed)
    entries.set(list, (entries.get(list) ?? new Set<string>()).add(id));
  return [...entries].sort(([a], [b]) => compareText(a, b)).map(([list, ids]) => [list, ids.size]);
}

function told({ name, matches }: Screened): string {
  if (matches.length === 0) return text.nothing(name);
  const lines = matches.map(
    (match) =>
      `  ${match.score.toFixed(2)}  ${match.list}  ${match.entry_id}  ${match.name}  (${match.reasons.join('; ')})`,
  );
  return [text.found(name, matches.length), ...lines].join('\n');
}
