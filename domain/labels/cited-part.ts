import type { CountedRows } from '../finding.ts';
import { relationLabel } from './relation-label.ts';
import { messages } from '../messages/browser.ts';

/**
 * How many rows a finding cites of those that its figures count, a sentence a file, where that is not all; in the
 * language in force. Of two columns of one file the fuller one speaks for its rows.
 */
export function citedPart(counted: readonly CountedRows[] = []): string[] {
  const fullest = new Map<string, CountedRows>();
  for (const one of counted) {
    const what = nameOf(one.type);
    if (one.rows > (fullest.get(what)?.rows ?? 0)) fullest.set(what, one);
  }
  return [...fullest]
    .filter(([, { rows, cited }]) => cited < rows)
    .map(([what, { rows, cited }]) => messages.page.details.citesOf(cited, rows, what));
}

function nameOf(type: string): string {
  const [file = type] = type.split('.');
  const files: Readonly<Record<string, string>> = messages.schema.files;
  return file === 'derived' ? relationLabel(type) : (files[file] ?? file);
}
