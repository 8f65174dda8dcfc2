import { messages } from '../../../../domain/messages/index.ts';
import { withheldFromReader } from '../../../decisions/lists/withheld.ts';
import type { Database } from '../../../graph/neo4j/database.ts';
import { reachDatabase } from '../../../operations/store/open.ts';
import { admit, admitUnseen, asCaller, type Caller } from '../../../people/caller.ts';
import { callerOfToken } from '../../../people/tokens.ts';
import { ForbiddenError, MarkedError, NotSignedInError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { secretOf } from '../../../platform/settings/secret-setting.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { tokenVariable } from '../../../platform/settings/token-settings.ts';
import type { Right } from '../rights.ts';

const text = messages.byToken;

/**
 * Does it as the person whose token is set, where they and its scope may; as whoever runs it where none is. Throws what the API answers
 * to whoever may not, before anything is done.
 */
export async function byToken(
  command: string,
  right: Right | 'operator',
  work: () => Promise<void>,
): Promise<void> {
  const settings = readSettings();
  const { token } = settings;
  if (!token) return work();
  const variable = tokenVariable(token);
  if (right === 'operator') throw new ForbiddenError(text.notByToken(command, variable));
  const secret = secretOf(token);
  const progress = terminalProgress();
  // As it is: whoever may not has nothing made or brought up. Kept open meanwhile, so that a local one is not started twice.
  const open = await reachDatabase(settings, progress);
  progress.end();
  try {
    const who = await callerOfToken(open.database, secret, new Date());
    if (!who) throw new NotSignedInError(text.noneSuch(variable));
    await asCaller(who, async () => {
      await admitToCommand(open.database, who, right);
      await work();
    });
  } finally {
    await open.close();
  }
}

async function admitToCommand(database: Database, who: Caller, right: Right): Promise<void> {
  admit(who, right);
  // What a command prints or writes is never masked, nor is anything left out of it for whom it is.
  const { unseen } = right;
  admitUnseen(who, typeof unseen === 'string' ? 'refused' : unseen);
  if (typeof unseen !== 'string' || right.leavesOut) return;
  if (await withheldFromReader(database)) throw new MarkedError(messages.lists.refused);
}
