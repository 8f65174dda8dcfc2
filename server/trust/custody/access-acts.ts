/** What is recorded of who came in, and of changes to who may (docs/CUSTODY.md). */
import type { Person, Role, TokenInfo } from '../../../domain/people.ts';
import { Personal, type Draft } from './draft.ts';

/** From which address, which says where somebody was. */
const at = (address: string) => ({ address: new Personal(address, []) });

export function signedIn(person: string, by: 'password' | 'link', address: string): Draft {
  return {
    act: 'access',
    subject: { sign_in: person },
    before: null,
    after: { state: 'signed in', by, ...at(address) },
  };
}

/** `person`: null where there is none of that name, in place of which a password may have been typed. */
export function signInFailed(
  { person, given }: { person: string | null; given: string },
  by: 'password' | 'link',
  address: string,
): Draft {
  return {
    act: 'access',
    subject: { sign_in: person ?? new Personal(given, []) },
    before: null,
    after: { state: 'refused', by, known: person !== null, ...at(address) },
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

export function sessionsEnded(person: string, which: string): Draft {
  return {
    act: 'access',
    subject: { sessions_of: person, which },
    before: { state: 'signed in' },
    after: { state: 'ended' },
  };
}

export function personAdded(name: string, role: Role): Draft {
  return { act: 'access', subject: { person: name }, before: null, after: { role, active: true } };
}

export function personChanged(
  { name, role, active }: Pick<Person, 'name' | 'role' | 'active'>,
  after: { role: Role; active: boolean },
): Draft {
  return { act: 'access', subject: { person: name }, before: { role, active }, after };
}

export function passwordSet(name: string): Draft {
  return { act: 'access', subject: { person: name }, before: null, after: { password: 'set' } };
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
