import type { Configuration } from 'openid-client';
import { messages } from '../../domain/messages/index.ts';
import { BusyError, UnavailableError } from '../platform/problems.ts';
import { secretOf } from '../platform/settings/secret-setting.ts';
import type { SignOnSettings } from '../platform/settings/sign-on-settings.ts';
import { groupsIn, nameIn, type Claims } from './claims.ts';
import type { Coming } from './coming.ts';
import { providerProblem, type Step } from './provider-problem.ts';

const text = messages.signOn;

/** In seconds; a provider answers within one. */
const patience = 10;
/** What it says of itself is asked again after so long. */
const freshMs = 60 * 60_000;
/** Where that was asked in vain, whoever comes within so long is told the same, and nobody asks. */
const againMs = 5_000;
/** So many may wait for it at once: nobody has to be signed in to have it asked. */
const mostWaiting = 64;
const comeAgainSeconds = 5;

/** Whom a provider vouches for. */
export interface Vouched {
  /** Of provider and person there, for good: names change and are given to others. */
  key: string;
  /** Null: it says none. */
  name: string | null;
  /** Null: it says nothing of groups. */
  groups: string[] | null;
}

interface Known {
  server: ReturnType<Configuration['serverMetadata']>;
  /** Milliseconds. */
  at: number;
}

/** Who signs people in by OpenID Connect: authorization code with PKCE, state and nonce. Asked when somebody comes, and not before. */
export class Provider {
  readonly settings: SignOnSettings;
  readonly #now: () => Date;
  #known: Known | null = null;
  /** It is being asked for all who wait. */
  #discovery: Promise<Known> | null = null;
  /** As it was thrown; each is told of it in their own language. */
  #failed: { error: unknown; at: number } | null = null;
  #waiting = 0;

  constructor(settings: SignOnSettings, now: () => Date = () => new Date()) {
    this.settings = settings;
    this.#now = now;
  }

  /** Where a browser goes to sign in there; it comes back to `redirect`. Throws UnavailableError. */
  async addressFor({ state, nonce, verifier }: Coming, redirect: string): Promise<string> {
    return this.#asking(async (client, config) => {
      const challenge = await client.calculatePKCECodeChallenge(verifier);
      return client.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirect, scope: this.settings.scope, state, nonce },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      }).href;
    });
  }

  /**
   * Who came back to that address. Throws NotSignedInError where the provider let nobody in or it is another's answer, and
   * UnavailableError where it is away or something is set wrongly.
   */
  async vouched({ state, nonce, verifier }: Coming, address: URL): Promise<Vouched> {
    return this.#asking(async (client, config) => {
      const tokens = await client.authorizationCodeGrant(config, address, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
      });
      const said = tokens.claims();
      if (!said) throw new UnavailableError(text.badAnswer(this.settings.name, 'no ID token'));
      let claims: Claims = said;
      // Many say groups and names only to whoever asks once more.
      const isShort = groupsIn(claims, this.settings.groupsClaim) === null || !nameIn(claims);
      if (isShort && config.serverMetadata().userinfo_endpoint !== undefined)
        claims = {
          ...(await client.fetchUserInfo(config, tokens.access_token, said.sub)),
          ...claims,
        };
      return {
        key: JSON.stringify([said.iss, said.sub]),
        name: nameIn(claims),
        groups: groupsIn(claims, this.settings.groupsClaim),
      };
    });
  }

  /** Whether it can be asked at all. Throws UnavailableError. */
  async check(): Promise<void> {
    await this.#asking(() => Promise.resolve());
  }

  /** Throws BusyError where too many wait for it already. */
  async #asking<T>(work: (client: Client, config: Configuration) => Promise<T>): Promise<T> {
    if (this.#waiting >= mostWaiting)
      throw new BusyError(text.manyWait(this.settings.name, this.#waiting), comeAgainSeconds);
    this.#waiting += 1;
    try {
      return await this.#ask(work);
    } finally {
      this.#waiting -= 1;
    }
  }

  async #ask<T>(work: (client: Client, config: Configuration) => Promise<T>): Promise<T> {
    const client = await import('openid-client');
    let step: Step = 'how';
    try {
      const config = await this.#config(client);
      step = 'who';
      return await work(client, config);
    } catch (error) {
      const problem =
        error instanceof UnavailableError
          ? error
          : providerProblem(client, error, this.settings, step);
      // Its addresses may be others by now, where it is not that somebody was refused.
      if (problem instanceof UnavailableError) this.#forget();
      throw problem;
    }
  }

  /** Not what it has just said: else whoever brings a wrong answer had it asked each time. */
  #forget(): void {
    if (this.#known && this.#since(this.#known.at) >= againMs) this.#known = null;
  }

  /** Whichever way a clock was put since. */
  #since(at: number): number {
    return Math.abs(this.#now().getTime() - at);
  }

  /** What it says of itself; asked once for all who come meanwhile. */
  async #said(client: Client): Promise<Known> {
    if (this.#known && this.#since(this.#known.at) < freshMs) return this.#known;
    if (this.#failed && this.#since(this.#failed.at) < againMs) throw this.#failed.error;
    this.#discovery ??= this.#discover(client).finally(() => {
      this.#discovery = null;
    });
    return this.#discovery;
  }

  async #discover(client: Client): Promise<Known> {
    const { issuer, clientId } = this.settings;
    try {
      const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
        ...{ execute: this.#allowances(client), timeout: patience },
      });
      this.#known = { server: found.serverMetadata(), at: this.#now().getTime() };
      this.#failed = null;
      return this.#known;
    } catch (error) {
      this.#failed = { error, at: this.#now().getTime() };
      throw error;
    }
  }

  #allowances(client: Client) {
    return this.settings.issuer.startsWith('http:') ? [inClear(client)] : [];
  }

  async #config(client: Client): Promise<Configuration> {
    const { clientId } = this.settings;
    const secret = this.settings.secret && secretOf(this.settings.secret);
    const known = await this.#said(client);
    // A copy, with which no keys are kept: they are asked for at each sign-in, as they may be others by now.
    const server = { ...known.server };
    const config = new client.Configuration(
      server,
      clientId,
      undefined,
      auth(client, server, secret),
    );
    config.timeout = patience;
    // The connection vouches for the ID token already; its signature is checked all the same.
    client.enableNonRepudiationChecks(config);
    for (const allow of this.#allowances(client)) allow(config);
    return config;
  }
}

type Client = typeof import('openid-client');

/** Unencrypted, which settings let be on this very machine alone; the library marks it as deprecated so that it stands out. */
function inClear(client: Client): (config: Configuration) => void {
  return Reflect.get(client, 'allowInsecureRequests');
}

/** As the provider takes it: what it does not say is the standard's own way, by the header. */
function auth(
  client: Client,
  { token_endpoint_auth_methods_supported: ways }: ReturnType<Configuration['serverMetadata']>,
  secret: string | null,
) {
  if (secret === null) return client.None();
  return ways?.includes('client_secret_post') && !ways.includes('client_secret_basic')
    ? client.ClientSecretPost(secret)
    : client.ClientSecretBasic(secret);
}
