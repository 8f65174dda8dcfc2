import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Passkey } from '../../domain/passkeys.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { ConflictError, NotFoundError } from '../platform/problems.ts';
import { passkeyAdded, passkeyRemoved } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import type { Made } from './passkey-check.ts';
import type { House } from './persons.ts';

const text = messages.passkeys;

type Who = Pick<Person, 'id' | 'name'>;

/** With what browsers know it by. */
type Stored = Passkey & Pick<Made, 'credential' | 'transports'>;

/** Those of a person, the oldest first. */
export async function passkeysOf(database: Database, person: string): Promise<Stored[]> {
  const rows = await database.read<{ passkey: Stored }>(loadQuery('people/passkeys'), { person });
  return rows.map(({ passkey }) => ({ ...passkey, last_used: passkey.last_used ?? null }));
}

/** Throws ConflictError for one that is somebody's already. */
export async function addPasskey(
  { database, home }: House,
  who: Who,
  { name, host, ...made }: Made & Pick<Passkey, 'name' | 'host'>,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const passkey = {
    ...{ id, person: who.id, name, host, created: now.toISOString(), used: [] },
    ...made,
  };
  await recorded(home, passkeyAdded(who.name, { id, name, host }), async () => {
    const added = await database.write(loadQuery('people/add_passkey'), { passkey });
    if (added.length === 0) throw new ConflictError(text.isThere);
  });
}

/** Of a person. Throws NotFoundError. */
export async function removePasskey(
  { database, home }: House,
  { id: person, name }: Who,
  passkey: string,
): Promise<void> {
  const known = await passkeysOf(database, person);
  if (!known.some(({ id }) => id === passkey)) throw new NotFoundError(text.none);
  await recorded(home, passkeyRemoved(name, passkey), () =>
    database.write(loadQuery('people/remove_passkeys'), { person, passkey }),
  );
}

/** By what authenticators call it. */
export async function passkeyCalled(
  database: Database,
  credential: string,
): Promise<(Who & { public_key: string; may: boolean }) | undefined> {
  const [found] = await database.read<Who & { public_key: string; may: boolean }>(
    loadQuery('people/passkey'),
    { credential },
  );
  return found;
}

/** Uses it by a challenge, which serves until then: `fresh` where that was not used before, `counts` where its authenticator has counted on; undefined where it is gone. */
export async function usePasskey(
  database: Database,
  credential: string,
  { challenge, until, counter }: { challenge: string; until: string; counter: number },
  now: Date,
): Promise<{ counts: boolean; fresh: boolean } | undefined> {
  const asked = {
    ...{ credential, counter, now: now.toISOString() },
    challenge: `${until} ${challenge}`,
  };
  const query = loadQuery('people/use_passkey');
  const [used] = await database.writeBriefly<{ counts: boolean; fresh: boolean }>(query, asked);
  return used;
}
