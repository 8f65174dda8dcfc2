/** A real provider of OpenID Connect on this machine, at which whoever the test says is signed in. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Adapter, type AdapterPayload, type Configuration } from 'oidc-provider';
import { afterAll, beforeAll } from 'vitest';
import type { SignOnSettings } from '../../server/platform/settings/sign-on-settings.ts';

/** Serves it at a test database, whose settings then name it; to be called after `testDatabase`. */
export function localProvider(tested: { settings: { signOn?: SignOnSettings } }): {
  provider: LocalProvider;
} {
  const served = {} as { provider: LocalProvider };

  beforeAll(async () => {
    served.provider = await LocalProvider.listen();
    tested.settings.signOn = served.provider.signOn;
  });

  afterAll(() => served.provider.close());

  return served;
}

/** In seconds. */
const hour = 3_600;

export const clientId = 'skein';
export const clientSecret = 'known to the provider and to Skein';

/** Somebody there; `groups` null: it says nothing of groups. */
export interface Account {
  sub: string;
  name: string;
  groups: readonly string[] | null;
}

export class LocalProvider {
  readonly issuer: string;
  /** Who sits before the browser. */
  account: Account | null = null;
  /** What becomes of each ID token that it hands out; null: nothing. */
  forge: ((token: IdToken) => string) | null = null;
  /** With which it signs. */
  readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  readonly #server: Server;
  #handle: RequestListener = (_request, response) => response.writeHead(503).end();

  private constructor(server: Server) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => this.#handle(request, response));
  }

  static async listen(): Promise<LocalProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LocalProvider(server);
  }

  /** Makes Skein known there by that secret; browsers are sent back to that address. */
  knows(redirect: string, secret = clientSecret): void {
    const provider = new Provider(this.issuer, this.#configuration(redirect, secret));
    provider.use(async (context, next) => {
      await next();
      const answer = context.body as { id_token?: string } | null | undefined;
      if (context.path === '/token' && answer?.id_token !== undefined && this.forge)
        answer.id_token = this.forge(partsOf(answer.id_token));
    });
    const callback = provider.callback();
    this.#handle = (request, response) => {
      if (request.url?.startsWith('/interaction/') !== true)
        return void callback(request, response);
      const given = this.account
        ? { login: { accountId: this.account.sub } }
        : { error: 'access_denied', error_description: 'nobody is here' };
      return void provider.interactionFinished(request, response, given);
    };
  }

  /** What Skein is set to, to have people sign in there. */
  get signOn(): SignOnSettings {
    return {
      ...{ issuer: this.issuer, name: 'The house', clientId, secret: { value: clientSecret } },
      ...{ scope: 'openid profile groups', groupsClaim: 'groups' },
      roleOfGroups: [
        { role: 'analyst', group: 'fraud' },
        { role: 'lead', group: 'cn=leads,ou=fraud' },
      ],
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Goes there as a browser does; answers what stands behind the `?` of the address that it is sent back to. */
  async visit(address: string, redirect: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = address;
    while (!at.startsWith(redirect)) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
      at = new URL(to, at).href;
    }
    return new URL(at).search.slice(1);
  }

  #configuration(redirect: string, secret: string): Configuration {
    const known = { client_id: clientId, client_secret: secret };
    return {
      clients: [{ ...known, redirect_uris: [redirect], scope: 'openid profile groups' }],
      adapter: Kept,
      ttl: {
        ...{ AccessToken: hour, AuthorizationCode: hour, Grant: hour },
        ...{ IdToken: hour, Interaction: hour, Session: hour },
      },
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['of this test'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      scopes: ['openid', 'profile', 'groups', 'internal'],
      claims: { openid: ['sub'], profile: ['preferred_username'], groups: ['groups'] },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, sub) => {
        const { name, groups } = this.account ?? { name: '', groups: null };
        const claims = {
          sub,
          preferred_username: name,
          ...(groups ? { groups: [...groups] } : {}),
        };
        return { accountId: sub, claims: () => claims };
      },
      // Whoever signs in there agrees to it.
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session!.accountId! });
        grant.addOIDCScope('openid profile groups');
        await grant.save();
        return grant;
      },
    };
  }
}

/** What an ID token holds. */
export interface IdToken {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

function partsOf(token: string): IdToken {
  const [header, claims] = token
    .split('.', 2)
    .map(
      (part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>,
    );
  return { header: header!, claims: claims! };
}

/** A token as whoever has the key would write it. */
export function signed({ header, claims }: IdToken, key: KeyObject): string {
  const text = unsigned({ header, claims });
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** What is signed of a token. */
export function unsigned({ header, claims }: IdToken): string {
  return [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
}

/** What the provider remembers, of one kind: for the while of the test. */
class Kept implements Adapter {
  readonly #kept = new Map<string, AdapterPayload>();

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#kept.set(id, payload);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...this.#kept.values()].find((each) => each.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...this.#kept.values()].find((each) => each.userCode === userCode));
  }

  consume(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) kept.consumed = Math.floor(Date.now() / 1_000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#kept.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, each] of this.#kept) if (each.grantId === grantId) this.#kept.delete(id);
    return Promise.resolve();
  }
}
