import type { CaseSummary } from '../../../../domain/case.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { caseById, listCases } from '../../../decisions/cases/case-store.ts';
import { changeMembers } from '../../../decisions/cases/change-members.ts';
import { admitToCase } from '../../../decisions/cases/members.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { changedBy } from '../../../trust/custody/change-acts.ts';
import { recorded } from '../../../trust/custody/recorded.ts';
import { membersAsked, type MembersOptions } from './asked-members.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const text = messages.caseCommand;
const mostListed = 10_000;

/** Whoever runs commands where Skein runs sees all of them, and by a token what its person does (docs/PEOPLE.md). */
export function list({ json }: { json?: true }): Promise<void> {
  return withDatabase(async (database) => {
    const asked = { state: undefined, after: null, limit: mostListed };
    const items = await listCases(database, asked);
    if (json) printJson({ items });
    else print(items.length === 0 ? text.none : items.map(line).join('\n'));
  });
}

export function members(id: string, options: MembersOptions): Promise<void> {
  const change = membersAsked(options, text);
  return withDatabase(async (database) => {
    await admitToCase(database, id);
    const found = await caseById(database, id);
    if (!change) {
      print(line(found));
      return;
    }
    const asked = { ...change, rests_on: found.revision };
    const act = changedBy('changeCaseMembers', { case: id }, asked);
    await recorded(readSettings().home, act, async () =>
      print(line(await changeMembers(database, id, asked))),
    );
  });
}

function line({ id, state, title, members: names }: CaseSummary): string {
  const seen = names ? messages.caseMembers.some(names) : messages.caseMembers.all;
  return [id, messages.cases.state[state], title, seen].join('  ');
}
