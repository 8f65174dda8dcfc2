/** Whom the requests about people are about. */
import type { RouteName } from '../../domain/api/api.ts';
import type { Creation, PasskeyRequest } from '../../domain/passkeys.ts';
import {
  addPerson,
  makeLink,
  operatorsPerson,
  setPassword,
  type House,
} from '../../server/people/persons.ts';
import { beginSecondFactor, confirmSecondFactor } from '../../server/people/second-factor.ts';
import { beginSession, listSessions } from '../../server/people/sessions.ts';
import { makeToken } from '../../server/people/tokens.ts';
import type { TestDatabase } from '../database.ts';
import { codeNow } from '../people/authenticator.ts';
import { SoftwareAuthenticator } from '../people/software-authenticator.ts';
import type { LocalProvider } from '../people/provider.ts';
import { contractPerson } from './good-bodies.ts';
import { ask, type ServedApp } from './served.ts';

/** Somebody with a password, a link and a token, and a session and a token of whoever runs this: the ids, and the link's secret. */
export async function peopleOfContract({ database, settings }: TestDatabase) {
  const house = { database, home: settings.home };
  const now = new Date();
  const ana = await addPerson(house, contractPerson.name, 'lead', now);
  await setPassword(house, ana, contractPerson.password, null);
  const own = await operatorsPerson(house, now);
  const from = { address: '192.0.2.1', agent: 'contract', before: null };
  await beginSession({ database }, own.id, 'link', from, now);
  const asked = { name: 'Contract', scope: ['look'], days: 1 } as const;
  return {
    person: ana.id,
    factored: (await somebodyWithCodes(house, 'hal-of-contract', now)).id,
    session: (await listSessions({ database }, own.id, now))[0]!.id,
    token: (await makeToken(house, ana, asked, now)).id,
    own: (await makeToken(house, own, asked, now)).id,
    link: (await makeLink(house, ana, now)).secret,
  };
}

async function somebodyWithCodes(house: House, name: string, now: Date) {
  const person = await addPerson(house, name, 'viewer', now);
  const { secret } = await beginSecondFactor(house, person);
  await confirmSecondFactor(house, person, codeNow(secret), now);
  return person;
}

/** Somebody has signed in at the provider: what the browser keeps, and what it is sent back with. */
export async function comingBack({ url, port }: ServedApp, provider: LocalProvider) {
  const redirect = `${url}/sign-in/provider`;
  provider.knows(redirect);
  provider.account = { sub: 'contract', name: 'gus-of-contract', groups: ['fraud'] };
  const headers = { 'content-type': 'application/json' };
  const left = await ask(port, '/api/v1/sign-in/provider', { method: 'POST', headers, body: '{}' });
  const { address } = JSON.parse(left.text) as { address: string };
  const [cookie = ''] = ([left.headers['set-cookie']].flat()[0] ?? '').split(';');
  return { cookie, answer: await provider.visit(address, redirect) };
}

const aboutPasskeys: readonly RouteName[] = [
  ...(['beginPasskey', 'addPasskey', 'beginPasskeySignIn', 'signInByPasskey'] as const),
];

/** A device that answers what the routes about passkeys ask, one after the other, at the server's name: an address has none. */
export class PasskeyOfContract {
  readonly #device = new SoftwareAuthenticator();
  readonly #app: ServedApp;
  #creation: Creation | null = null;
  #request: PasskeyRequest | null = null;
  /** Of the one that was added. */
  id = 'none';

  constructor(app: ServedApp) {
    this.#app = app;
  }

  get #host(): string {
    return `localhost:${String(this.#app.port)}`;
  }

  headersOf(name: RouteName): { host?: string } {
    return aboutPasskeys.includes(name) ? { host: this.#host } : {};
  }

  hear(name: RouteName, text: string): void {
    if (name === 'beginPasskey') this.#creation = JSON.parse(text) as Creation;
    if (name === 'beginPasskeySignIn') this.#request = JSON.parse(text) as PasskeyRequest;
    if (name === 'addPasskey')
      this.id = (JSON.parse(text) as { items: { id: string }[] }).items[0]!.id;
  }

  bodyOf(name: 'addPasskey' | 'signInByPasskey'): unknown {
    const at = { origin: `http://${this.#host}` };
    if (name === 'addPasskey')
      return { name: 'Of the contract', credential: this.#device.make(this.#creation!, at) };
    return { credential: this.#device.give(this.#request!, at) };
  }
}
