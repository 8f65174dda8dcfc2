import { z } from 'zod';
import {
  creationSchema,
  givenCredentialSchema,
  madeCredentialSchema,
  passkeyNameSchema,
  passkeySchema,
  requestSchema,
} from '../passkeys.ts';
import { callerSchema } from '../people.ts';
import { none, type Route } from './route.ts';

const ownPasskeys = z.object({ items: z.array(passkeySchema) });
const proof = z.object({ password: z.string().max(1_024) });

/** One's own passkeys, and signing in by them. */
export const passkeyRoutes = {
  myPasskeys: {
    method: 'get',
    path: '/me/passkeys',
    about: 'One’s own passkeys, the oldest first',
    shows: null,
    may: 'self',
    unseen: { plain: 'of whoever asks alone' },
    params: none,
    query: none,
    answer: ownPasskeys,
  },
  beginPasskey: {
    method: 'post',
    path: '/me/passkeys',
    about:
      'Begins to add a passkey: answers how the browser is to have it made (WebAuthn), under the name by which this server was asked; needs one’s password',
    shows: null,
    may: 'self',
    unseen: { plain: 'of whoever asks alone' },
    params: none,
    query: none,
    body: proof,
    answer: creationSchema,
  },
  addPasskey: {
    method: 'put',
    path: '/me/passkeys',
    about: 'Adds the passkey that was begun, by what the browser says of it, once',
    shows: null,
    may: 'self',
    unseen: { plain: 'of whoever asks alone' },
    params: none,
    query: none,
    body: z.object({ name: passkeyNameSchema, credential: madeCredentialSchema }),
    answer: ownPasskeys,
  },
  beginPasskeySignIn: {
    method: 'post',
    path: '/sign-in/passkey',
    about:
      'Begins a sign-in by a passkey: answers how the browser is to ask for one, whosever it is',
    shows: null,
    may: 'anyone',
    unseen: { plain: 'nothing of anybody' },
    params: none,
    query: none,
    answer: requestSchema,
  },
  signInByPasskey: {
    method: 'post',
    path: '/sign-in/passkey/answer',
    about:
      'Signs in by a passkey, which stands for the password and the second factor; answers 401 where it does not let in, and 429 to whoever tries too often',
    shows: null,
    may: 'anyone',
    unseen: { plain: 'of whoever signs in alone' },
    params: none,
    query: none,
    body: z.object({ credential: givenCredentialSchema }),
    answer: callerSchema,
  },
  removeMyPasskey: {
    method: 'post',
    path: '/me/passkeys/{passkey}/removal',
    about: 'Removes one of one’s own passkeys, which lets in no more; needs one’s password',
    shows: null,
    may: 'self',
    unseen: { plain: 'of whoever asks alone' },
    params: z.object({ passkey: z.string() }),
    query: none,
    body: proof,
    answer: ownPasskeys,
  },
} as const satisfies Record<string, Route>;
