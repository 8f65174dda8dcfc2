import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Person } from '../../domain/people.ts';
import { ConflictError, InvalidDataError, UnavailableError } from '../platform/problems.ts';
import { secondFactorChanged } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { accountKeys } from './account-key.ts';
import {
  codeAddress,
  newCodeSecret,
  newRecoveryCodes,
  recoveryDigest,
  stepOf,
} from './one-time-codes.ts';
import { personOf, type House } from './persons.ts';
import { seal, unseal } from './sealed.ts';

const text = messages.secondFactor;

type Who = Pick<Person, 'id' | 'name'>;

interface Stored {
  /** Sealed; null: none is set up. */
  secret: string | null;
  /** Sealed: begun, and not yet shown to work. */
  pending: string | null;
  /** How many recovery codes are left. */
  recovery: number;
}

export async function secondFactorOf({ database }: House, person: string): Promise<Stored> {
  const [found] = await database.read<Stored>(loadQuery('people/second_factor'), { person });
  return found ?? { secret: null, pending: null, recovery: 0 };
}

/** A secret for an authenticator, which counts once a code of it was given. Throws ConflictError where one is set up. */
export async function beginSecondFactor(
  house: House,
  { id, name }: Who,
): Promise<{ secret: string; address: string }> {
  const { sealing, id: key } = await accountKeys(house);
  const secret = newCodeSecret();
  const asked = { person: id, key, sealed: seal(secret, sealing, id) };
  const begun = await house.database.write(loadQuery('people/begin_second_factor'), asked);
  if (begun.length === 0) throw new ConflictError(text.isOn);
  return { secret, address: codeAddress(secret, name) };
}

/** The recovery codes, told once. Throws InvalidDataError for a wrong code, ConflictError where none was begun. */
export async function confirmSecondFactor(
  house: House,
  { id, name }: Who,
  code: string,
  now: Date,
): Promise<string[]> {
  const { pending } = await secondFactorOf(house, id);
  if (pending === null) throw new ConflictError(text.notBegun);
  const step = stepOf(code, await opened(house, pending, id, name), now);
  if (step === null) throw wrongCode(text.wrongFirst);
  const codes = newRecoveryCodes();
  await recorded(house.home, secondFactorChanged(name, 'set up'), async () => {
    const asked = {
      ...{ person: id, sealed: pending, step, now: now.toISOString() },
      recovery: codes.map(recoveryDigest),
    };
    const query = loadQuery('people/confirm_second_factor');
    const confirmed = await house.database.writeBriefly(query, asked);
    if (confirmed.length === 0) throw new ConflictError(text.notBegun);
  });
  return codes;
}

/** Uses a code up, once; null where it is none, or was used before. */
export async function useCode(
  house: House,
  { id, name }: Who,
  code: string,
  now: Date,
): Promise<'code' | 'recovery' | null> {
  const { secret } = await secondFactorOf(house, id);
  if (secret === null) return null;
  const at = { person: id, now: now.toISOString() };
  const step = stepOf(code, await opened(house, secret, id, name), now);
  if (step !== null) {
    const asked = { ...at, sealed: secret, step };
    const used = await house.database.writeBriefly(loadQuery('people/use_code'), asked);
    return used.length > 0 ? 'code' : null;
  }
  const asked = { ...at, digest: recoveryDigest(code) };
  const used = await house.database.writeBriefly(loadQuery('people/use_recovery_code'), asked);
  return used.length > 0 ? 'recovery' : null;
}

/** Takes it off, as its person or an administrator asks. Throws ConflictError where there is none. */
export async function removeSecondFactor(house: House, { id, name }: Who): Promise<Person> {
  const { secret } = await secondFactorOf(house, id);
  if (secret === null) throw new ConflictError(text.isOff(name));
  await recorded(house.home, secondFactorChanged(name, 'taken off'), () =>
    house.database.write(loadQuery('people/remove_second_factor'), { person: id }),
  );
  return personOf(house.database, id);
}

export function wrongCode(problem: string): InvalidDataError {
  return new InvalidDataError(problem, [{ where: 'body.code', problem }]);
}

async function opened(house: House, sealed: string, id: string, name: string): Promise<string> {
  const { sealing } = await accountKeys(house);
  const secret = unseal(sealed, sealing, id);
  if (secret === null) throw new UnavailableError(text.otherKey(name));
  return secret;
}
