import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import {
  creationSchema,
  mostPasskeys,
  requestSchema,
  type Creation,
  type GivenCredential,
  type MadeCredential,
  type PasskeyRequest,
} from '../../domain/passkeys.ts';
import type { Person } from '../../domain/people.ts';
import { ConflictError, InvalidDataError, NotSignedInError } from '../platform/problems.ts';
import { signInFailed } from '../trust/custody/access-acts.ts';
import type { Draft } from '../trust/custody/draft.ts';
import { accountKeys } from './account-key.ts';
import { challengeMs, challengeUntil, newChallenge } from './passkey-challenge.ts';
import { clientDataOf, madePasskey, passkeyAlgorithms, signedCounter } from './passkey-check.ts';
import type { PasskeyPlace } from './passkey-place.ts';
import { addPasskey, passkeyCalled, passkeysOf, removePasskey, usePasskey } from './passkeys.ts';
import { nameKey, personOf, type House } from './persons.ts';
import { digestOf } from './secret.ts';
import type { Entered, From } from './sessions.ts';
import type { Tries } from './tries.ts';

const text = messages.passkeys;

type Who = Pick<Person, 'id' | 'name'>;

/** What the door lends to this way in. */
interface Entrance {
  house: House;
  now: () => Date;
  tries: Tries;
  note: (draft: Draft) => Promise<void>;
  begin: (who: Who, from: From) => Promise<Entered>;
  /** Throws InvalidDataError unless that is their password. */
  proven: (who: Who, password: string, address: string) => Promise<void>;
}

/** Coming in by a passkey, and adding one. A device that knows its person signs a challenge: that is what they have and what they are or know, and so both factors. */
export class PasskeyDoor {
  readonly #at: Entrance;

  constructor(entrance: Entrance) {
    this.#at = entrance;
  }

  /** How the browser is to have one made, for whoever knows the password. Throws InvalidDataError, ConflictError. */
  async begin(
    who: Who,
    password: string,
    { place, address }: { place: PasskeyPlace; address: string },
  ): Promise<Creation> {
    const { house, now } = this.#at;
    const { has_password, sign_on } = await personOf(house.database, who.id);
    if (sign_on === 'yes') throw new ConflictError(text.bySignOn);
    if (!has_password) throw new ConflictError(text.passwordFirst);
    await this.#at.proven(who, password, address);
    const known = await passkeysOf(house.database, who.id);
    if (known.length >= mostPasskeys) throw new ConflictError(text.tooMany(mostPasskeys));
    const options = await generateRegistrationOptions({
      rpName: 'Skein',
      rpID: place.host,
      userID: Uint8Array.from(Buffer.from(who.id)),
      userName: who.name,
      userDisplayName: who.name,
      timeout: challengeMs,
      attestationType: 'none',
      excludeCredentials: known
        .filter(({ host }) => host === place.host)
        .map(({ credential, transports }) => ({ id: credential, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: passkeyAlgorithms,
    });
    await house.database.write(loadQuery('people/begin_passkey'), {
      person: who.id,
      challenge: digestOf(options.challenge),
      until: new Date(now().getTime() + challengeMs).toISOString(),
    });
    return creationSchema.parse(options);
  }

  /** Throws InvalidDataError for what was not asked for, or is no passkey; ConflictError for one that is somebody's already. */
  async add(
    who: Who,
    { name, credential }: { name: string; credential: MadeCredential },
    place: PasskeyPlace,
  ): Promise<void> {
    const { house, now } = this.#at;
    const refused = (problem: string) =>
      new InvalidDataError(problem, [{ where: 'body.credential', problem }]);
    const said = clientDataOf(credential);
    if (!said) throw refused(text.notMade);
    if (said.origin !== place.origin) throw refused(text.otherPlace(said.origin, place.origin));
    const asked = {
      ...{ person: who.id, challenge: digestOf(said.challenge) },
      now: now().toISOString(),
    };
    const query = loadQuery('people/take_passkey_challenge');
    if ((await house.database.writeBriefly(query, asked)).length === 0) throw refused(text.over);
    const made = await madePasskey(credential, { challenge: said.challenge, place });
    if (!made) throw refused(text.notMade);
    await addPasskey(house, who, { ...made, name, host: place.host }, now());
  }

  /** Throws InvalidDataError unless that is their password, NotFoundError. */
  async remove(who: Who, passkey: string, password: string, address: string): Promise<void> {
    await this.#at.proven(who, password, address);
    await removePasskey(this.#at.house, who, passkey);
  }

  /** How the browser is to ask for a passkey, whosever it is. Throws TooManyError. */
  async ask(place: PasskeyPlace, address: string): Promise<PasskeyRequest> {
    this.#at.tries.mayFrom(address);
    const { challenges } = await accountKeys(this.#at.house);
    const options = await generateAuthenticationOptions({
      rpID: place.host,
      challenge: newChallenge(challenges, place.host, this.#at.now()),
      timeout: challengeMs,
      userVerification: 'required',
    });
    return requestSchema.parse(options);
  }

  /** Throws NotSignedInError where it does not let in, TooManyError where it was tried too often. */
  async signIn(credential: GivenCredential, place: PasskeyPlace, from: From): Promise<Entered> {
    const { house, now, tries } = this.#at;
    tries.from(from.address);
    const known = await passkeyCalled(house.database, credential.id);
    // As of a password, however it ends: whoever must wait, waits by every way that is tried.
    if (known) await tries.as(nameKey(known.name));
    const refused = async (problem: string, factor?: 'counter went back') => {
      const who = { person: known?.name ?? null, given: '' };
      await this.#at.note(signInFailed(who, 'passkey', from.address, factor));
      return new NotSignedInError(problem);
    };
    const said = clientDataOf(credential);
    if (!said) throw await refused(text.wrong);
    if (said.origin !== place.origin)
      throw await refused(text.otherPlace(said.origin, place.origin));
    const { challenges } = await accountKeys(house);
    const { challenge } = said;
    const until = challengeUntil(challenge, challenges, place.host, now());
    if (until === null) throw await refused(text.over);
    // Its device says whose it is, too.
    if (!known?.may || ownerIn(credential) !== known.id) throw await refused(text.wrong);
    const counter = await signedCounter(credential, known.public_key, { challenge, place });
    if (counter === null) throw await refused(text.wrong);
    const asked = { challenge: digestOf(challenge), until, counter };
    const used = await usePasskey(house.database, credential.id, asked, now());
    if (!used) throw await refused(text.wrong);
    if (!used.fresh) throw await refused(text.over);
    if (!used.counts) throw await refused(text.wentBack, 'counter went back');
    await tries.succeeded(known, from.address);
    return this.#at.begin(known, from);
  }
}

function ownerIn({ response }: GivenCredential): string | null {
  const { userHandle } = response;
  return userHandle === undefined ? null : Buffer.from(userHandle, 'base64url').toString('utf8');
}
