import { basename } from 'node:path';
import { readCell } from '../../../domain/input/cell.ts';
import { listDate } from '../../../domain/feed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../../platform/problems.ts';

const dateAtEnd = /(?:^|[^\d])(\d{4}(?:-\d\d(?:-\d\d)?)?)$/;

/** The date in which the name of a folder or file ends, the file's ending aside; null where it ends in none. */
export function dateIn(name: string): string | null {
  const date = dateAtEnd.exec(basename(name).replace(/(\.[a-z]+)+$/i, ''))?.[1];
  return date !== undefined && isDate(date) ? date : null;
}

/** Throws UsageError for what is no date of an edition. */
export function checkDate(date: string): string {
  if (!isDate(date)) throw new UsageError(messages.feeds.badDate(date));
  return date;
}

function isDate(text: string): boolean {
  return listDate.test(text) && 'value' in readCell('date', text);
}

/** Whether an edition is older than another as far as both dates say: of a month and a day in it neither is. */
export function isOlder(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
