import type { z } from 'zod';
import { messages } from '../../../../domain/messages/index.ts';
import {
  personNameSchema,
  permissions,
  roles,
  tokenRequestSchema,
  type Person,
  type Role,
} from '../../../../domain/people.ts';
import {
  addPerson,
  changePerson,
  houseOf,
  listPersons,
  makeLink,
  operatorsPerson,
  personOf,
  type House,
} from '../../../people/persons.ts';
import { resetFactors } from '../../../people/reset-factors.ts';
import { endSessions, listSessions } from '../../../people/sessions.ts';
import { listTokens, makeToken, revokeToken } from '../../../people/tokens.ts';
import { UsageError } from '../../../platform/problems.ts';
import { readSettings, usualPort, type Settings } from '../../../platform/settings/settings.ts';
import { sessionsEnded } from '../../../trust/custody/access-acts.ts';
import { recorded } from '../../../trust/custody/recorded.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const text = messages.peopleCommand;

export function list({ json }: { json?: true }): Promise<void> {
  return inHouse(async ({ database }) => {
    const items = await listPersons(database);
    if (json) printJson({ items });
    else if (items.length === 0) print(text.nobody);
    else print(items.map(text.person).join('\n'));
  });
}

export function add(name: string, { role: given }: { role: string }): Promise<void> {
  const called = valid(personNameSchema, name, text.badName);
  const as = roleIn(given);
  return inHouse(async (house, settings) => {
    const person = await addPerson(house, called, as, new Date());
    await printLink(house, settings, person);
  });
}

export function link(name: string): Promise<void> {
  return inHouse(async (house, settings) =>
    printLink(house, settings, await personOf(house.database, name)),
  );
}

export function role(name: string, given: string): Promise<void> {
  const as = roleIn(given);
  return inHouse(async (house) =>
    print(text.person(await changePerson(house, name, { role: as }))),
  );
}

export function off(name: string): Promise<void> {
  return inHouse(async (house) =>
    print(text.person(await changePerson(house, name, { active: false }))),
  );
}

export function on(name: string): Promise<void> {
  return inHouse(async (house) =>
    print(text.person(await changePerson(house, name, { active: true }))),
  );
}

export function signOn(name: string, given: string): Promise<void> {
  if (given !== 'on' && given !== 'off') throw new UsageError(text.onOrOff);
  return inHouse(async (house) =>
    print(text.person(await changePerson(house, name, { sign_on: given === 'on' }))),
  );
}

/** Taken off alone: to set one up takes whoever holds the authenticator. */
export function secondFactor(name: string): Promise<void> {
  return inHouse(async (house) => {
    const person = await personOf(house.database, name);
    print(text.person(await resetFactors(house, person)));
  });
}

export function sessions(name: string, options: { end?: true; json?: true }): Promise<void> {
  return inHouse(async (house) => {
    const { database, home } = house;
    const person = await personOf(database, name);
    if (options.end) {
      const ended = await recorded(home, sessionsEnded(person.name, 'all'), () =>
        endSessions(database, person.id, {}),
      );
      print(text.ended(ended));
      return;
    }
    const items = await listSessions(house, person.id, new Date());
    if (options.json) printJson({ items });
    else print(items.length === 0 ? text.noSessions : items.map(text.session).join('\n'));
  });
}

export function tokens({ json }: { json?: true }): Promise<void> {
  return inHouse(async ({ database }) => {
    const items = await listTokens(database, null);
    if (json) printJson({ items });
    else print(items.length === 0 ? text.noTokens : items.map(text.token).join('\n'));
  });
}

/** The token alone goes to stdout, so that it can be taken into a file. */
export function addToken(
  name: string,
  options: { person?: string; scope: string; days: string },
): Promise<void> {
  const scope = options.scope.split(',').map((one) => one.trim());
  const asked = {
    name,
    scope: scope.includes('read') ? ['look'] : scope,
    days: Number(options.days),
  };
  const request = valid(tokenRequestSchema, asked, text.badToken(permissions));
  return inHouse(async (house) => {
    const now = new Date();
    const person =
      options.person === undefined
        ? await operatorsPerson(house, now)
        : await personOf(house.database, options.person);
    print((await makeToken(house, person, request, now)).secret);
  });
}

export function dropToken(id: string): Promise<void> {
  return inHouse(async (house) => {
    await revokeToken(house, id, null);
    print(text.revoked);
  });
}

function inHouse(work: (house: House, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings();
  return withDatabase((database) => work(houseOf(database, settings), settings));
}

async function printLink(
  house: House,
  { publicUrls, port }: Settings,
  person: Person,
): Promise<void> {
  const { secret, expires } = await makeLink(house, person, new Date());
  const [address = `http://127.0.0.1:${port ?? usualPort}`] = publicUrls ?? [];
  print(text.made(person.name, `${address}/enter#${secret}`, expires));
}

function roleIn(given: string): Role {
  const found = roles.find((one) => one === given);
  if (!found) throw new UsageError(text.badRole(roles));
  return found;
}

function valid<S extends z.ZodType>(schema: S, value: unknown, problem: string): z.output<S> {
  const read = schema.safeParse(value);
  if (!read.success) throw new UsageError(problem);
  return read.data;
}
