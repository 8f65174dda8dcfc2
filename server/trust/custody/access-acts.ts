/** What is recorded of who came in, and of changes to who may (docs/CUSTODY.md). */
import type { Passkey } from '../../../domain/passkeys.ts';
import type { Person, Role, TokenInfo, WayIn } from '../../../domain/people.ts';
import { Personal, type Draft } from './draft.ts';

/** From which address, which says where somebody was. */
const at = (address: string) => ({ address: new Personal(address, []) });

/** `factor`: what was given beside the password. */
export function signedIn(
  person: string,
  by: WayIn,
  address: string,
  factor?: 'code' | 'recovery',
): Draft {
  return {
    act: 'access',
    subject: { sign_in: person },
    before: null,
    after: { state: 'signed in', by, ...(factor ? { factor } : {}), ...at(address) },
  };
}

/**
 * `person`: null where there is none of that name, in place of which a password may have been typed; `factor`: the password was
 * right and a code was not, or a passkey was, and may be a copy.
 */
export function signInFailed(
  { person, given }: { person: string | null; given: string },
  by: WayIn,
  address: string,
  factor?: 'wrong' | 'counter went back',
): Draft {
  return {
    act: 'access',
    subject: { sign_in: person ?? new Personal(given, []) },
    before: null,
    after: {
      ...{ state: 'refused', by, known: person !== null },
      ...(factor ? { factor } : {}),
      ...at(address),
    },
  };
}

export function signedOut(person: string): Draft {
  return {
    act: 'access',
    subject: { sign_in: person },
    before: { state: 'signed in' },
    after: { state: 'signed out' },
  };
}

/** Before it takes effect: with the reason that the person gave. */
export function personalDataShown(
  person: string,
  { session, until, why }: { session: string; until: string; why: string },
): Draft {
  return {
    act: 'access',
    subject: { personal_data_for: person, session },
    before: { state: 'masked' },
    after: { state: 'shown', until, why: new Personal(why, []) },
  };
}

/** By hand, before the time was over. */
export function personalDataMasked(person: string, session: string): Draft {
  return {
    act: 'access',
    subject: { personal_data_for: person, session },
    before: { state: 'shown' },
    after: { state: 'masked' },
  };
}

/** Once, until there is room again. */
export function quotaReached(
  person: string,
  { what, most, retryAfter }: { what: string; most: number; retryAfter: number },
): Draft {
  return {
    act: 'access',
    subject: { quota_of: person, quota: what },
    before: null,
    after: { state: 'reached', most, per: 'hour', refused_for_seconds: retryAfter },
  };
}

export function sessionsEnded(person: string, which: string): Draft {
  return {
    act: 'access',
    subject: { sessions_of: person, which },
    before: { state: 'signed in' },
    after: { state: 'ended' },
  };
}

/** `by` their groups at the provider of single sign-on, where nobody added them. */
export function personAdded(name: string, role: Role, by?: 'sign-on'): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: null,
    after: { role, active: true, ...(by ? { by } : {}) },
  };
}

/** Whom an administrator said to be the one of that name at the provider, who has come by it now. */
export function personLinked(
  { name, role, sign_on }: Pick<Person, 'name' | 'role' | 'sign_on'>,
  after: Role,
): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: { role, sign_on },
    after: {
      ...{ role: after, sign_on: 'yes', by: 'sign-on' },
      ...{ password: 'gone', second_factor: 'gone', passkeys: 'gone' },
    },
  };
}

/** At a sign-in by the provider whose groups say the role. */
export function roleOfGroups(name: string, before: Role, role: Role): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: { role: before },
    after: { role, by: 'sign-on' },
  };
}

/** All that somebody came in with, or could have. */
export const allEnded = { sessions: 'ended', tokens: 'revoked', links: 'withdrawn' } as const;

/** The provider says that they are in no group any more that may come in. */
export function shutOut(name: string): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: null,
    after: { ...allEnded, by: 'sign-on' },
  };
}

export function personChanged(
  { name, role, active, sign_on }: Pick<Person, 'name' | 'role' | 'active' | 'sign_on'>,
  after: { role: Role; active: boolean; sign_on: Person['sign_on'] },
): Draft {
  const ends = active && !after.active ? allEnded : {};
  return {
    act: 'access',
    subject: { person: name },
    before: { role, active, sign_on },
    after: { ...after, ...ends },
  };
}

export function passwordSet(name: string, tokens: 'revoked' | 'kept'): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: null,
    after: { password: 'set', sessions: 'ended', links: 'withdrawn', tokens },
  };
}

export function secondFactorChanged(name: string, state: 'set up' | 'taken off'): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: null,
    after: { second_factor: state },
  };
}

/** Of somebody who has lost them, by an administrator. */
export function factorsReset(
  name: string,
  { has_second_factor, passkeys }: Pick<Person, 'has_second_factor' | 'passkeys'>,
): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: null,
    after: {
      ...(has_second_factor ? { second_factor: 'taken off' } : {}),
      ...(passkeys > 0 ? { passkeys: 'removed' } : {}),
    },
  };
}

export function passkeyAdded(
  person: string,
  { id, name, host }: Pick<Passkey, 'id' | 'name' | 'host'>,
): Draft {
  return {
    act: 'access',
    subject: { passkey: id, of: person },
    before: null,
    after: { state: 'in force', name: new Personal(name, []), host },
  };
}

export function passkeyRemoved(person: string, id: string): Draft {
  return {
    act: 'access',
    subject: { passkey: id, of: person },
    before: { state: 'in force' },
    after: { state: 'removed' },
  };
}

export function linkMade(name: string, expires: string): Draft {
  return {
    act: 'access',
    subject: { person: name },
    before: null,
    after: { link: 'made', expires },
  };
}

export function tokenMade(
  person: string,
  { id, name, scope, expires }: Pick<TokenInfo, 'id' | 'name' | 'scope' | 'expires'>,
): Draft {
  return {
    act: 'access',
    subject: { token: id, of: person },
    before: null,
    after: { state: 'in force', name: new Personal(name, []), scope, expires },
  };
}

export function tokenRevoked(id: string, person: string | null): Draft {
  return {
    act: 'access',
    subject: { token: id, of: person },
    before: { state: 'in force' },
    after: { state: 'revoked' },
  };
}
