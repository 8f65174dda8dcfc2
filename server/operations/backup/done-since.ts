/** What the custody log of a home that a backup replaces says was done since the backup, and that the restore has undone. */
import { access } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { UsageError } from '../../platform/problems.ts';
import { custodyFiles } from '../../trust/custody/files.ts';
import { shownEntries } from '../../trust/custody/shown.ts';

/** Of the act `change`. */
const changes: readonly unknown[] = [
  ...['hold', 'readmit', 'retention', 'changeCaseMembers', 'changeListMembers'],
];

/** Throws UsageError for a home that has no log. */
export async function checkHasLog(home: string): Promise<void> {
  const { log } = custodyFiles(home);
  await access(log).catch((cause: unknown) => {
    throw new UsageError(messages.backup.noLog(home, log), [], { cause });
  });
}

/** Erasures, what went by age, holds, who may know of what, and who may come in, and as what: from that moment on (ISO 8601, UTC). */
export async function doneSince(home: string, since: string): Promise<Entry[]> {
  const done: Entry[] = [];
  for await (const entry of shownEntries(home, { since })) if (isUndone(entry)) done.push(entry);
  return done;
}

function isUndone({ act, subject, after }: Entry): boolean {
  if (act === 'erase') return true;
  if (act === 'change') return changes.includes(subject['change']);
  // Who came in, or was to by a link or a token, is over: all of that has ended.
  return act === 'access' && 'person' in subject && !(after && 'link' in after);
}
