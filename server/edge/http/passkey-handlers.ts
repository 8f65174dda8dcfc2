import type { Response } from 'express';
import type { passkeyRoutes } from '../../../domain/api/passkeys.ts';
import { passkeyPlace, type PasskeyPlace } from '../../people/passkey-place.ts';
import { passkeysOf } from '../../people/passkeys.ts';
import { entered, own } from './own-account.ts';
import type { Handlers, Served } from './served.ts';
import { fromOf, originShown } from './who.ts';

function placeOf({ settings }: Served, { req }: Response): PasskeyPlace {
  return passkeyPlace(originShown(req, settings));
}

async function listed({ database }: Served, person: string) {
  return { items: await passkeysOf(database, person) };
}

/** One's own passkeys, and signing in by them. */
export const passkeyHandlers: Pick<Handlers, keyof typeof passkeyRoutes> = {
  myPasskeys: async (served) => listed(served, (await own(served)).id),

  beginPasskey: async (served, { body }, response) => {
    const { id, name } = await own(served);
    const { address } = fromOf(response.req, served.settings);
    const at = { place: placeOf(served, response), address };
    return served.door.passkeys.begin({ id, name }, body.password, at);
  },

  addPasskey: async (served, { body }, response) => {
    const { id, name } = await own(served);
    await served.door.passkeys.add({ id, name }, body, placeOf(served, response));
    return listed(served, id);
  },

  beginPasskeySignIn: (served, _input, response) => {
    const { address } = fromOf(response.req, served.settings);
    return served.door.passkeys.ask(placeOf(served, response), address);
  },

  signInByPasskey: async (served, { body }, response) => {
    const from = fromOf(response.req, served.settings);
    const place = placeOf(served, response);
    const came = await served.door.passkeys.signIn(body.credential, place, from);
    return entered(served, response, came);
  },

  removeMyPasskey: async (served, { params, body }, response) => {
    const { id, name } = await own(served);
    const { address } = fromOf(response.req, served.settings);
    await served.door.passkeys.remove({ id, name }, params.passkey, body.password, address);
    return listed(served, id);
  },
};
