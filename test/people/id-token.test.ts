/** What an ID token must hold to let anybody in, against a real provider whose tokens are rewritten on their way out. */
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newComing } from '../../server/people/coming.ts';
import { Provider, type Vouched } from '../../server/people/provider.ts';
import {
  clientId,
  clientSecret,
  LocalProvider,
  signed,
  unsigned,
  type IdToken,
} from './provider.ts';

/** Where nobody listens: the browser of this test reads the answer from the address. */
const redirect = 'https://skein.example/sign-in/provider';
const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);
let local: LocalProvider;

beforeAll(async () => {
  local = await LocalProvider.listen();
  local.knows(redirect);
});
beforeEach(() => {
  local.account = { sub: 'u-1', name: 'ana', groups: ['fraud'] };
  local.forge = null;
});
afterAll(() => local.close());

/** Somebody signs in there; whom Skein takes them for. */
async function come(forge: LocalProvider['forge'] = null): Promise<Vouched> {
  const provider = new Provider(local.signOn);
  const coming = newComing();
  const answer = await local.visit(await provider.addressFor(coming, redirect), redirect);
  local.forge = forge;
  return provider.vouched(coming, new URL(`${redirect}?${answer}`));
}

/** Signed by the provider, saying something else. */
const saying = (claims: Record<string, unknown>) =>
  come((token) => signed({ ...token, claims: { ...token.claims, ...claims } }, local.key));

const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('an ID token', () => {
  it('lets in as the provider wrote it, and when it is signed anew by its key', async () => {
    const expected = { name: 'ana', groups: ['fraud'] };
    expect(await come()).toMatchObject(expected);
    expect(await come((token) => signed(token, local.key))).toMatchObject(expected);
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['of another issuer', () => ({ iss: 'https://id.other.example' })],
    ['of no issuer', () => ({ iss: undefined })],
    ['for another service', () => ({ aud: 'another-service' })],
    ['for nobody', () => ({ aud: undefined })],
    ['for several, handed to another', () => ({ aud: [clientId, 'other'], azp: 'other' })],
    ['that is over', () => ({ iat: now() - 2 * hour, exp: now() - hour })],
    ['that never ends', () => ({ exp: undefined })],
    ['that was issued at no time', () => ({ iat: undefined })],
    ['that does not hold yet', () => ({ nbf: now() + hour })],
    ['of another sign-in', () => ({ nonce: 'B'.repeat(43) })],
    ['of no sign-in', () => ({ nonce: undefined })],
    ['of nobody', () => ({ sub: undefined })],
  ])('lets nobody in that is %s, though the provider signed it', async (_which, claims) => {
    await expect(saying(claims())).rejects.toThrow();
  });

  it.each<[string, (token: IdToken) => string]>([
    ['by another key', (token) => signed(token, other.privateKey)],
    [
      'by a key that it brings itself',
      (token) =>
        signed(
          {
            ...token,
            header: { alg: 'RS256', jwk: other.publicKey.export({ format: 'jwk' }) },
          },
          other.privateKey,
        ),
    ],
    ['by nobody', (token) => `${unsigned({ ...token, header: { alg: 'none' } })}.`],
    [
      'by what Skein proves itself with there',
      (token) => {
        const text = unsigned({ ...token, header: { alg: 'HS256' } });
        return `${text}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`;
      },
    ],
    [
      'before it was changed',
      (token) => {
        const signature = signed(token, local.key).split('.')[2]!;
        const claims = { ...token.claims, sub: 'u-2' };
        return `${unsigned({ ...token, claims })}.${signature}`;
      },
    ],
  ])('lets nobody in that is signed %s', async (_how, forge) => {
    await expect(come(forge)).rejects.toThrow();
  });
});
