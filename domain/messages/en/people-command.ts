import type { Person, SessionInfo, TokenInfo } from '../../people.ts';
import { count } from './typography.ts';

const moment = (at: string) => at.slice(0, 16).replace('T', ' ');

function comesBy(signOn: Person['sign_on'], hasPassword: boolean): string {
  if (signOn === 'yes') return 'by single sign-on';
  const way = hasPassword ? 'has a password' : 'no password yet';
  return signOn === 'awaited' ? `${way}, by single sign-on from the next time on` : way;
}

/** What `skein people` and `skein token` say. */
export const peopleCommandMessages = {
  about: 'who may come in, and what each may do',
  list: 'list everybody who may or might come in',
  add: 'add a person, and print a link by which they come in once and set a password',
  role: 'viewer, analyst, lead, admin or auditor (docs/PEOPLE.md)',
  link: 'print a link by which a person comes in once, within 24 hours: an invitation, or for who has forgotten the password',
  changeRole: 'give a person another role, at once',
  off: 'switch a person off: sessions, tokens and links end for good',
  on: 'switch a person on again, who comes in anew, by a link where they have no password',
  signOn:
    'on: the person of that name at the provider of single sign-on is this one, from the next sign-in on; off: they come in by a link and a password again',
  secondFactor:
    'take the second factor of a person off, and their passkeys, who has lost the authenticator or the device',
  factorOffOption: 'to take it off, which is recorded',
  onOrOff: 'Say on or off.',
  sessions: 'list the sessions of a person',
  endOption: 'end them all',
  tokens: 'tokens, by which programs come in',
  listTokens: 'list all tokens',
  addToken: 'make a token and print it, this once',
  personOption: 'of whom it is; you, when left out',
  scopeOption: 'what it may do, with commas between: look (or read), work, lead, administer, audit',
  daysOption: 'after how many days it expires, at most 366',
  revokeToken: 'revoke a token, by its id',
  nobody:
    'Nobody yet. `skein up` prints a link for you; `skein people add NAME --role ROLE` adds others.',
  person: ({
    name,
    role,
    active,
    has_password,
    has_second_factor,
    passkeys,
    sign_on,
    last_seen,
  }: Person) =>
    [
      name,
      role,
      active ? 'may come in' : 'switched off',
      comesBy(sign_on, has_password),
      ...(has_second_factor ? ['has a second factor'] : []),
      ...(passkeys > 0 ? [`has ${count(passkeys, 'passkey', 'passkeys')}`] : []),
      last_seen === null ? 'never here' : `last here ${moment(last_seen)}`,
    ].join(' · '),
  session: ({ created, last_seen, by, address, agent }: Omit<SessionInfo, 'current'>) =>
    `since ${moment(created)}, last used ${moment(last_seen)}, by ${by}, from ${address} (${agent})`,
  noSessions: 'There are none.',
  ended: (sessions: number) => `${count(sessions, 'session', 'sessions')} ended.`,
  token: ({ id, name, person, scope, expires, last_used }: TokenInfo) =>
    `${id} · ${name} · of ${person} · ${scope.join(', ')} · until ${moment(expires)} · ${last_used === null ? 'never used' : `last used ${moment(last_used)}`}`,
  noTokens: 'There are none.',
  revoked: 'The token is revoked.',
  made: (name: string, link: string, expires: string) =>
    `${name} comes in by this link, once, until ${moment(expires)} UTC:\n${link}`,
  badName:
    'A name has letters, figures and . _ @ + -, begins with a letter or a figure, and has at most 64 of them.',
  badRole: (roles: readonly string[]) => `There is no such role; there are ${roles.join(', ')}.`,
  badToken: (permissions: readonly string[]) =>
    `Give a name of at most 100 letters, a scope of ${permissions.join(', ')}, and from 1 to 366 days.`,
} as const;
