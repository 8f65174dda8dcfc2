import { columnsOf, fileNames } from '../../../domain/schema/graph.ts';
import { stemOf } from '../../../domain/mapping.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Head } from './head.ts';
import { bareName, plainName } from './plain-name.ts';
import { suggestColumns } from './suggest-columns.ts';
import { fileSynonyms, wordsIn } from './vocabulary.ts';

const text = messages.intake.suggested;

export interface SuggestedFile {
  file: FileName;
  reason: string;
}

/** The contract's file that it most likely is, by its name and its columns; null when little speaks for any. */
export function suggestFile(name: string, head: Head): SuggestedFile | null {
  const rated = fileNames.map((file) => rate(name, head, file));
  const [best] = rated.sort((a, b) => b.points - a.points);
  if (!best || best.points < 1) return null;
  const { file, byName, columns } = best;
  return { file, reason: byName ? text.fileName(name) : text.fileColumns(columns) };
}

function rate(name: string, head: Head, file: FileName) {
  const known = columnsOf(file);
  const found = suggestColumns(head, file, { misspelt: false }).flatMap((suggestion) =>
    suggestion && suggestion.by !== 'content' ? [suggestion.column] : [],
  );
  const required = Object.keys(known).filter((column) => known[column]!.required);
  const covered = required.filter((column) => found.includes(column)).length / required.length;
  const share = head.columns.length === 0 ? 0 : found.length / head.columns.length;
  const byName = isNamed(name, file);
  return { file, byName, columns: found, points: (byName ? 1.5 : 0) + covered * 0.8 + share };
}

/** Exports bear dates and counters beside their name: `users_2024-03.csv`. */
function isNamed(name: string, file: FileName): boolean {
  const plain = plainName(stemOf(name)).replaceAll(
    /(^|_)(\d+|export|extract|dump|data|all)(?=_|$)/g,
    '',
  );
  const bare = bareName(plain);
  return [file, ...wordsIn(fileSynonyms[file])].some(
    (known) => known === plain || bareName(known) === bare,
  );
}
