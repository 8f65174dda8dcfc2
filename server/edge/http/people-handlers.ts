import type { peopleRoutes } from '../../../domain/api/people.ts';
import { messages } from '../../../domain/messages/index.ts';
import { caller, callerInfo } from '../../people/caller.ts';
import { withPassword } from '../../people/door.ts';
import { addPerson, changePerson, listPersons, makeLink, personOf } from '../../people/persons.ts';
import { resetFactors } from '../../people/reset-factors.ts';
import { confirmSecondFactor, secondFactorOf } from '../../people/second-factor.ts';
import { endSessions, listSessions } from '../../people/sessions.ts';
import { maskPersonalData, showPersonalData } from '../../people/shown.ts';
import { listTokens, makeToken, revokeToken } from '../../people/tokens.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import { usualSessions } from '../../platform/settings/session-settings.ts';
import { sessionsEnded } from '../../trust/custody/access-acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { entered, houseServed, own } from './own-account.ts';
import type { Handlers, Served } from './served.ts';
import { dropSession, fromOf, keepComing, originOf, takeComing } from './who.ts';

const text = messages.people;

/** The page that the provider sends browsers back to: its address is told to the provider when Skein is made known there. */
const providerPage = '/sign-in/provider';

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

  signInWays: ({ settings }) => Promise.resolve({ provider: settings.signOn?.name ?? null }),

  leaveForProvider: async ({ door, settings }, _input, response) => {
    const redirect = originOf(response.req, settings) + providerPage;
    const { coming, address } = await door.leave(redirect, fromOf(response.req, settings).address);
    keepComing(response, settings, coming);
    return { address };
  },

  comeFromProvider: async (served, { body }, response) => {
    const { settings, door } = served;
    const from = fromOf(response.req, settings);
    const address = new URL(originOf(response.req, settings) + providerPage);
    address.search = body.answer;
    return entered(
      served,
      response,
      await door.comeBack(takeComing(response, settings), address, from),
    );
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

  showPersonalData: async (served, { body }) => {
    const { who, id, name } = await own(served);
    return showPersonalData(houseServed(served), { who, id, name }, body.why, served.door.now());
  },

  maskPersonalData: async (served) => {
    const { who, id, name } = await own(served);
    return maskPersonalData(houseServed(served), { who, id, name });
  },

  mySessions: async (served) => {
    const { who, id } = await own(served);
    const found = await listSessions(houseServed(served), id, served.door.now());
    const { idleMs, longestMs } = served.settings.sessions ?? usualSessions;
    return {
      items: found.map((each) => ({ ...each, current: each.id === who.session })),
      idle_minutes: idleMs / 60_000,
      longest_hours: longestMs / 3_600_000,
    };
  },

  endMySession: async (served, { params }) => {
    const { id } = await own(served);
    const going = await listSessions(houseServed(served), id, served.door.now());
    if (!going.some((each) => each.id === params.session)) throw new NotFoundError(text.noSession);
    return ending(served, params.session, { session: params.session });
  },

  endOtherSessions: (served) => ending(served, 'others', { but: caller()?.session ?? null }),

  mySecondFactor: async (served) => {
    const { id } = await own(served);
    const { secret, recovery } = await secondFactorOf(houseServed(served), id);
    return { on: secret !== null, recovery_codes: recovery };
  },

  beginSecondFactor: async (served, { body }, response) => {
    const { id, name } = await own(served);
    const { address } = fromOf(response.req, served.settings);
    return served.door.beginSecondFactor({ id, name }, body.password, address);
  },

  confirmSecondFactor: async (served, { body }) => {
    const { id, name } = await own(served);
    const house = houseServed(served);
    const codes = await confirmSecondFactor(house, { id, name }, body.code, served.door.now());
    return { recovery_codes: codes };
  },

  removeMySecondFactor: async (served, { body }, response) => {
    const { id, name } = await own(served);
    const { address } = fromOf(response.req, served.settings);
    await served.door.removeSecondFactor({ id, name }, body.code, address);
    return { on: false };
  },

  myTokens: async (served) => {
    const { id } = await own(served);
    return { items: await listTokens(served.database, id) };
  },

  makeToken: async (served, { body: { password, ...asked } }, response) => {
    const { who, id, name } = await own(served);
    const person = { id, name, role: who.person.role };
    // Where everybody is let in, nobody has come in by one.
    if (who.by !== 'open')
      await served.door.prove(person, password, fromOf(response.req, served.settings).address);
    return makeToken(houseServed(served), person, asked, served.door.now());
  },

  revokeMyToken: async (served, { params }) => {
    const { id } = await own(served);
    await revokeToken(houseServed(served), params.token, id);
    return { ended: 1 };
  },

  persons: async ({ database }) => ({ items: await listPersons(database) }),

  addPerson: (served, { body }) =>
    addPerson(houseServed(served), body.name, body.role, served.door.now()),

  changePerson: async (served, { params, body }) => {
    const { id } = await own(served);
    const { id: of } = await personOf(served.database, params.person);
    if (of === id) throw new ConflictError(text.notOneself);
    return changePerson(houseServed(served), of, body);
  },

  invitePerson: async (served, { params }) => {
    const person = await personOf(served.database, params.person);
    return makeLink(houseServed(served), person, served.door.now());
  },

  removeSecondFactor: async (served, { params }) => {
    const person = await personOf(served.database, params.person);
    return resetFactors(houseServed(served), person);
  },

  tokensOfPerson: async ({ database }, { params }) => {
    const { id } = await personOf(database, params.person);
    return { items: await listTokens(database, id) };
  },

  revokeToken: async (served, { params }) => {
    const { id } = await personOf(served.database, params.person);
    await revokeToken(houseServed(served), params.token, id);
    return { ended: 1 };
  },
};
