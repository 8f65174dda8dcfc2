import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import type { SessionInfo } from '../../domain/people.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { usualSessions, type SessionEnds } from '../platform/settings/session-settings.ts';
import { permissionsFor, type Caller, type Known } from './caller.ts';
import { digestOf, newSecret } from './secret.ts';

/** That one is in use is noted this often. */
const noteMs = 60_000;
/** Whoever came in by a link may set a password that long without the one before. */
const freshMs = 60 * 60_000;

type Stored = Omit<SessionInfo, 'current'>;

interface Kept {
  database: Database;
  /** Absent: they end as usual. */
  sessions?: SessionEnds | undefined;
}

/** With why personal data is shown in it, and until when. */
type Read = Stored & { shows_until: string | null; shows_why: string | null };

/** From where somebody comes. */
export interface From {
  address: string;
  agent: string;
  /** The secret of the session that the same browser has so far. */
  before: string | null;
}

/** What whoever comes in is given. */
export interface Entered {
  /** Of the session; the browser keeps it, and nobody else. */
  secret: string;
  ends: Date;
  caller: Caller;
}

const longestAgent = 300;

/** Begins one, and ends that which the same browser had. Null for who is switched off. */
export async function beginSession(
  { database, sessions }: Kept,
  person: string,
  by: Stored['by'],
  { address, agent, before }: From,
  now: Date,
): Promise<{ secret: string; ends: Date } | null> {
  const secret = newSecret();
  const { longestMs } = sessions ?? usualSessions;
  const ends = new Date(now.getTime() + longestMs);
  const session = {
    ...{ id: randomUUID(), digest: digestOf(secret), person, by },
    ...{ created: now.toISOString(), last_seen: now.toISOString(), ends: ends.toISOString() },
    ...{ address, agent: agent.slice(0, longestAgent) },
  };
  const begun = await database.write(loadQuery('people/begin_session'), {
    session,
    idle: idleSince(now, sessions),
    before: before === null ? null : digestOf(before),
  });
  return begun.length > 0 ? { secret, ends } : null;
}

/**
 * Whose session it is; null for one that is over or never was. `unattended`: the page asks by itself while nobody sits before it,
 * which keeps no session from ending.
 */
export async function callerOfSession(
  { database, sessions }: Kept,
  secret: string,
  now: Date,
  unattended = false,
): Promise<Caller | null> {
  const digest = digestOf(secret);
  const [found] = await database.read<{ session: Read; person: Known }>(
    loadQuery('people/session'),
    { digest, now: now.toISOString(), idle: idleSince(now, sessions) },
  );
  if (!found) return null;
  const { session, person } = found;
  // Later than now it was last used where the clock was put back since.
  if (!unattended && Math.abs(now.getTime() - Date.parse(session.last_seen)) > noteMs)
    await database.write(loadQuery('people/touch_session'), { digest, now: now.toISOString() });
  const isFresh = now.getTime() - Date.parse(session.created) < freshMs;
  const own = permissionsFor(person.role, null);
  const shown = own.includes('see') ? null : shownIn(session, now);
  return {
    person,
    by: 'session',
    permissions: shown ? [...own, 'see'] : own,
    shown,
    session: session.id,
    maySetPassword:
      person.sign_on !== 'yes' && (!person.has_password || (session.by === 'link' && isFresh)),
  };
}

function shownIn({ shows_until, shows_why }: Read, now: Date): Caller['shown'] {
  if (shows_until === null || Date.parse(shows_until) <= now.getTime()) return null;
  return { until: shows_until, why: shows_why ?? '' };
}

/** Those of a person that go on, the latest first. */
export async function listSessions(
  { database, sessions }: Kept,
  person: string,
  now: Date,
): Promise<Stored[]> {
  const asked = { person, now: now.toISOString(), idle: idleSince(now, sessions) };
  const rows = await database.read<{ session: Stored }>(loadQuery('people/sessions'), asked);
  return rows.map(({ session }) => session);
}

/** Ends one session of a person, or all `but` one, or all; answers how many there were. */
export async function endSessions(
  database: Database,
  person: string,
  { session = null, but = null }: { session?: string | null; but?: string | null },
): Promise<number> {
  const asked = { person, session, but };
  return (await database.write(loadQuery('people/end_sessions'), asked)).length;
}

/** Before which a session that was last used is over. */
function idleSince(now: Date, { idleMs }: SessionEnds = usualSessions): string {
  return new Date(now.getTime() - idleMs).toISOString();
}
