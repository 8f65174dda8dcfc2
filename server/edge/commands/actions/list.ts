import type { MarkedList } from '../../../../domain/list-marking.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { changeListMembers, listKnown, listsKnown } from '../../../decisions/lists/list-members.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { changedBy } from '../../../trust/custody/change-acts.ts';
import { recorded } from '../../../trust/custody/recorded.ts';
import { membersAsked, type MembersOptions } from './asked-members.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const text = messages.listCommand;

/** Whoever runs commands where Skein runs may know of all of them, and by a token of what its person may (docs/PEOPLE.md). */
export function list({ json }: { json?: true }): Promise<void> {
  return withDatabase(async (database) => {
    const items = await listsKnown(database);
    if (json) printJson({ items });
    else print(items.length === 0 ? text.none : items.map(line).join('\n'));
  });
}

export function members(name: string, options: MembersOptions): Promise<void> {
  const change = membersAsked(options, text);
  return withDatabase(async (database) => {
    const found = await listKnown(database, name);
    if (!change) {
      print(line(found));
      return;
    }
    const asked = { ...change, rests_on: found.revision };
    const act = changedBy('changeListMembers', { list: name }, asked);
    await recorded(readSettings().home, act, async () =>
      print(line(await changeListMembers(database, name, asked))),
    );
  });
}

function line({ list: name, entries, members: names }: MarkedList): string {
  return [name, text.entries(entries), names ? text.some(names) : text.everybody].join('  ');
}
