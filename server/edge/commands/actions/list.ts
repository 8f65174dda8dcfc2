import type { MarkedList } from '../../../../domain/list-marking.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { changeListMembers, listKnown, listsKnown } from '../../../decisions/lists/list-members.ts';
import { UsageError } from '../../../platform/problems.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { changedBy } from '../../../trust/custody/change-acts.ts';
import { recorded } from '../../../trust/custody/recorded.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const text = messages.listCommand;

/** Whoever runs commands where Skein runs may know of all of them (docs/PEOPLE.md). */
export function list({ json }: { json?: true }): Promise<void> {
  return withDatabase(async (database) => {
    const items = await listsKnown(database);
    if (json) printJson({ items });
    else print(items.length === 0 ? text.none : items.map(line).join('\n'));
  });
}

interface MembersOptions {
  only?: string[];
  all?: true;
  why?: string;
}

export function members(name: string, { only, all, why = '' }: MembersOptions): Promise<void> {
  if (only && all) throw new UsageError(text.either);
  const changes = only !== undefined || all === true;
  if (changes && why.trim() === '') throw new UsageError(text.whyMissing);
  return withDatabase(async (database) => {
    const found = await listKnown(database, name);
    if (!changes) {
      print(line(found));
      return;
    }
    const asked = { members: only ?? null, why: why.trim(), rests_on: found.revision };
    const change = changedBy('changeListMembers', { list: name }, asked);
    await recorded(readSettings().home, change, async () =>
      print(line(await changeListMembers(database, name, asked))),
    );
  });
}

function line({ list: name, entries, members: names }: MarkedList): string {
  return [name, text.entries(entries), names ? text.some(names) : text.everybody].join('  ');
}
