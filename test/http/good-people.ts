/** Whom the requests about people are about. */
import { addPerson, makeLink, operatorsPerson, setPassword } from '../../server/people/persons.ts';
import { beginSession, listSessions } from '../../server/people/sessions.ts';
import { makeToken } from '../../server/people/tokens.ts';
import type { TestDatabase } from '../database.ts';
import { contractPerson } from './good-bodies.ts';

/** Somebody with a password, a link and a token, and a session and a token of whoever runs this: the ids, and the link's secret. */
export async function peopleOfContract({ database, settings }: TestDatabase) {
  const house = { database, home: settings.home };
  const now = new Date();
  const ana = await addPerson(house, contractPerson.name, 'lead', now);
  await setPassword(house, ana, contractPerson.password, null);
  const own = await operatorsPerson(house, now);
  const from = { address: '192.0.2.1', agent: 'contract', before: null };
  await beginSession(database, own.id, 'link', from, now);
  const asked = { name: 'Contract', scope: ['look'], days: 1 } as const;
  return {
    person: ana.id,
    session: (await listSessions(database, own.id, now))[0]!.id,
    token: (await makeToken(house, ana, asked, now)).id,
    own: (await makeToken(house, own, asked, now)).id,
    link: (await makeLink(house, ana, now)).secret,
  };
}
