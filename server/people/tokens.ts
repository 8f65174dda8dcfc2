import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import type { Permission, Role, TokenInfo } from '../../domain/people.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { ConflictError, NotFoundError, UsageError } from '../platform/problems.ts';
import { tokenMade, tokenRevoked } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { permissionsFor, type Caller, type Known } from './caller.ts';
import type { House } from './persons.ts';
import { digestOf, newSecret } from './secret.ts';

const text = messages.people;

/** By which one that lies somewhere is known for what it is. */
const prefix = 'skein_';
const dayMs = 24 * 60 * 60_000;
const noteMs = 60_000;

interface Asked {
  name: string;
  scope: readonly Permission[];
  days: number;
}

/** Throws UsageError for a scope beyond what the person may do. */
export async function makeToken(
  { database, home }: House,
  person: { id: string; name: string; role: Role },
  { name, scope, days }: Asked,
  now: Date,
): Promise<TokenInfo & { secret: string }> {
  if (permissionsFor(person.role, scope).length < new Set(scope).size)
    throw new UsageError(text.beyondOwn);
  const secret = prefix + newSecret();
  const told: TokenInfo = {
    ...{ id: randomUUID(), name, person: person.name, scope: [...new Set(scope)] },
    created: now.toISOString(),
    expires: new Date(now.getTime() + days * dayMs).toISOString(),
    last_used: null,
  };
  await recorded(home, tokenMade(person.name, told), async () => {
    const token = { ...told, person: person.id, digest: digestOf(secret) };
    const made = await database.write(loadQuery('people/make_token'), { token });
    if (made.length === 0) throw new ConflictError(text.isOff(person.name));
  });
  return { ...told, secret };
}

/** Whose token it is; null for one that has expired, was revoked or never was. */
export async function callerOfToken(
  database: Database,
  secret: string,
  now: Date,
): Promise<Caller | null> {
  const digest = digestOf(secret);
  const [found] = await database.read<{
    token: Pick<TokenInfo, 'scope' | 'last_used'>;
    person: Known;
  }>(loadQuery('people/token'), { digest, now: now.toISOString() });
  if (!found) return null;
  const { token, person } = found;
  if (token.last_used === null || now.getTime() - Date.parse(token.last_used) > noteMs)
    await database.write(loadQuery('people/touch_token'), { digest, now: now.toISOString() });
  return {
    person,
    by: 'token',
    permissions: permissionsFor(person.role, token.scope),
    session: null,
    maySetPassword: false,
    shown: null,
  };
}

/** Of a person by id, or of all; the latest first. */
export async function listTokens(database: Database, person: string | null): Promise<TokenInfo[]> {
  const rows = await database.read<{ token: TokenInfo }>(loadQuery('people/tokens'), { person });
  return rows.map(({ token }) => ({ ...token, last_used: token.last_used ?? null }));
}

/** Of a person by id, or of whomever. Throws NotFoundError. */
export async function revokeToken(
  { database, home }: House,
  token: string,
  person: string | null,
): Promise<void> {
  const known = (await listTokens(database, person)).find(({ id }) => id === token);
  if (!known) throw new NotFoundError(text.noToken);
  await recorded(home, tokenRevoked(token, known.person), () =>
    database.write(loadQuery('people/revoke_token'), { token, person }),
  );
}
