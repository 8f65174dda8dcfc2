import { messages } from '../../../../domain/messages/index.ts';
import { admitToCase } from '../../../decisions/cases/members.ts';
import { liftHold, listHolds, reasonIn, setHold } from '../../../operations/retention/holds.ts';
import { UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const says = messages.retention.hold;

export function set(given: { account?: string; case?: string; reason?: string }): Promise<void> {
  const { account, case: of } = given;
  if ((account === undefined) === (of === undefined)) throw new UsageError(says.which);
  const reason = reasonIn(given.reason);
  const on =
    account === undefined
      ? { kind: 'case' as const, of: of! }
      : { kind: 'account' as const, of: account };
  const { home } = readSettings();
  return withDatabase(async (database) => {
    if (of !== undefined) await admitToCase(database, of);
    const progress = terminalProgress();
    const hold = await setHold({ database, home, progress }, { ...on, reason });
    progress.end();
    print(says.one(hold));
  });
}

export function list({ all, json }: { all?: true; json?: true }): Promise<void> {
  return withDatabase(async (database) => {
    const items = await listHolds(database, all === true);
    if (json) printJson({ items });
    else print(items.length === 0 ? says.none : items.map(says.one).join('\n'));
  });
}

export function lift(id: string, given: { reason?: string }): Promise<void> {
  const reason = reasonIn(given.reason);
  return withDatabase(async (database) => {
    await liftHold(database, readSettings().home, id, reason);
    print(says.lifted(id));
  });
}
