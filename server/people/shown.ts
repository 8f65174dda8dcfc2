/** Personal data is shown, for a reason, to somebody whose role sees it masked: in their session, and for a while. */
import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import { shownMs, type CallerInfo } from '../../domain/people.ts';
import { ConflictError } from '../platform/problems.ts';
import { personalDataMasked, personalDataShown } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { callerInfo, permissionsFor, type Caller } from './caller.ts';
import type { House } from './persons.ts';

const text = messages.masked;

interface Asking {
  who: Caller;
  id: string;
  name: string;
}

/** Recorded before it takes effect; another reason begins another hour. Throws ConflictError for whoever sees it anyway. */
export async function showPersonalData(
  { database, home }: House,
  { who, id, name }: Asking,
  why: string,
  now: Date,
): Promise<CallerInfo> {
  const { session } = who;
  if (permissionsFor(who.person.role, null).includes('see'))
    throw new ConflictError(text.seesAlready);
  if (session === null) throw new ConflictError(text.openOnly);
  const shown = { until: new Date(now.getTime() + shownMs).toISOString(), why };
  await recorded(home, personalDataShown(name, { session, ...shown }), () =>
    database.write(loadQuery('people/show_personal_data'), { person: id, session, ...shown }),
  );
  const permissions = [...permissionsFor(who.person.role, null), 'see' as const];
  return callerInfo({ ...who, permissions, shown });
}

/** At once, before the time is over. */
export async function maskPersonalData(
  { database, home }: House,
  { who, id, name }: Asking,
): Promise<CallerInfo> {
  const { session } = who;
  if (session === null || who.shown === null) return callerInfo(who);
  await recorded(home, personalDataMasked(name, session), () =>
    database.write(loadQuery('people/show_personal_data'), {
      ...{ person: id, session, until: null, why: null },
    }),
  );
  return callerInfo({ ...who, permissions: permissionsFor(who.person.role, null), shown: null });
}
