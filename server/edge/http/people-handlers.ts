import type { Response } from 'express';
import type { peopleRoutes } from '../../../domain/api/people.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { CallerInfo } from '../../../domain/people.ts';
import { caller, callerInfo, type Caller } from '../../people/caller.ts';
import { withPassword, type Entered } from '../../people/door.ts';
import {
  addPerson,
  changePerson,
  listPersons,
  makeLink,
  ownPerson,
  personOf,
  type House,
} from '../../people/persons.ts';
import { endSessions, listSessions } from '../../people/sessions.ts';
import { listTokens, makeToken, revokeToken } from '../../people/tokens.ts';
import { ConflictError, NotFoundError, NotSignedInError } from '../../platform/problems.ts';
import { sessionsEnded } from '../../trust/custody/access-acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { dropSession, fromOf, keepSession } from './who.ts';
import type { Handlers, Served } from './served.ts';

const text = messages.people;

function houseOf({ database, settings }: Served): House {
  return { database, home: settings.home };
}

/** Whoever asks about their own account; the gate let nobody else on. */
async function own(served: Served): Promise<{ who: Caller; id: string; name: string }> {
  const who = caller();
  if (!who) throw new NotSignedInError(text.signInNeeded);
  return { who, ...(await ownPerson(houseOf(served), who, served.door.now())) };
}

function entered({ settings }: Served, response: Response, came: Entered): CallerInfo {
  keepSession(response, settings, came);
  return callerInfo(came.caller);
}

async function ending(
  served: Served,
  which: string,
  asked: { session?: string; but?: string | null },
): Promise<{ ended: number }> {
  const { id, name } = await own(served);
  const ended = await recorded(served.settings.home, sessionsEnded(name, which), () =>
    endSessions(served.database, id, asked),
  );
  return { ended };
}

/** Signing in and out, one's own account, and who may come in. */
export const peopleHandlers: Pick<Handlers, keyof typeof peopleRoutes> = {
  whoAmI: () => Promise.resolve(callerInfo(caller())),

  signIn: async (served, { body }, response) => {
    const from = fromOf(response.req, served.settings);
    return entered(served, response, await served.door.signIn(body, from));
  },

  enter: async (served, { body }, response) => {
    const from = fromOf(response.req, served.settings);
    return entered(served, response, await served.door.enter(body.secret, from));
  },

  signOut: async ({ door, settings }, _input, response) => {
    await door.signOut(caller());
    dropSession(response, settings);
    return callerInfo(settings.open ? caller() : null);
  },

  changePassword: async (served, { body }, response) => {
    const { who, id, name } = await own(served);
    const { address } = fromOf(response.req, served.settings);
    const asked = { ...who, person: { ...who.person, name } };
    await served.door.changePassword(asked, id, body, address);
    return withPassword(who);
  },

  mySessions: async (served) => {
    const { who, id } = await own(served);
    const found = await listSessions(served.database, id, served.door.now());
    return { items: found.map((each) => ({ ...each, current: each.id === who.session })) };
  },

  endMySession: async (served, { params }) => {
    const { id } = await own(served);
    const going = await listSessions(served.database, id, served.door.now());
    if (!going.some((each) => each.id === params.session)) throw new NotFoundError(text.noSession);
    return ending(served, params.session, { session: params.session });
  },

  endOtherSessions: (served) => ending(served, 'others', { but: caller()?.session ?? null }),

  myTokens: async (served) => {
    const { id } = await own(served);
    return { items: await listTokens(served.database, id) };
  },

  makeToken: async (served, { body }) => {
    const { who, id, name } = await own(served);
    const person = { id, name, role: who.person.role };
    return makeToken(houseOf(served), person, body, served.door.now());
  },

  revokeMyToken: async (served, { params }) => {
    const { id } = await own(served);
    await revokeToken(houseOf(served), params.token, id);
    return { ended: 1 };
  },

  persons: async ({ database }) => ({ items: await listPersons(database) }),

  addPerson: (served, { body }) =>
    addPerson(houseOf(served), body.name, body.role, served.door.now()),

  changePerson: async (served, { params, body }) => {
    const { id } = await own(served);
    const { id: of } = await personOf(served.database, params.person);
    if (of === id) throw new ConflictError(text.notOneself);
    return changePerson(houseOf(served), of, body);
  },

  invitePerson: async (served, { params }) => {
    const person = await personOf(served.database, params.person);
    return makeLink(houseOf(served), person, served.door.now());
  },

  tokensOfPerson: async ({ database }, { params }) => {
    const { id } = await personOf(database, params.person);
    return { items: await listTokens(database, id) };
  },

  revokeToken: async (served, { params }) => {
    const { id } = await personOf(served.database, params.person);
    await revokeToken(houseOf(served), params.token, id);
    return { ended: 1 };
  },
};
