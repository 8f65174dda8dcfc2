/** Personal data is shown, for a reason, to somebody whose role sees it masked: in their session, and for a while. */
import { loadQuery } from '../../cypher/load-query.ts';
import { shownMs, type CallerInfo } from '../../domain/people.ts';
import { personalDataMasked, personalDataShown } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { callerInfo, permissionsFor, type Caller } from './caller.ts';
import type { House } from './persons.ts';

interface Asking {
  who: Caller;
  id: string;
  name: string;
}

/** Recorded before it takes effect; another reason begins another hour. For whoever sees it anyway it changes nothing. */
export async function showPersonalData(
  { database, home }: House,
  { who, id, name }: Asking,
  why: string,
  now: Date,
): Promise<CallerInfo> {
  const { session } = who;
  // Also where nobody signs in: all of them see it.
  if (session === null || permissionsFor(who.person.role, null).includes('see'))
    return callerInfo(who);
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
