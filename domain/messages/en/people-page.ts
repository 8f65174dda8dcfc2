import type { Permission, Role } from '../../people.ts';
import { count, lasting } from './typography.ts';

const roles: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  analyst: 'Analyst',
  lead: 'Lead',
  admin: 'Admin',
  auditor: 'Auditor',
};

const roleAbout: Readonly<Record<Role, string>> = {
  viewer:
    'Sees what is loaded and found, with personal data masked. Asks no queries and exports nothing.',
  analyst: 'Also sees personal data, judges, keeps cases and boards, asks queries and exports.',
  lead: 'Also decides what holds for all: exceptions, parameters, schedules, loads and lists.',
  admin: 'May do all of it, and says who comes in.',
  auditor:
    'Sees what is loaded and found, with personal data masked, and who did what. Changes nothing.',
};

const permissions: Readonly<Record<Permission, string>> = {
  look: 'look',
  see: 'see',
  work: 'work',
  lead: 'lead',
  administer: 'administer',
  audit: 'audit',
};

/** What the page says of signing in, one's own account, and who may come in. */
export const peoplePageMessages = {
  roles,
  roleAbout,
  permissions,
  signIn: {
    title: 'Sign in to Skein',
    name: 'Name',
    password: 'Password',
    code: 'Code of your authenticator, or a recovery code',
    submit: 'Sign in',
    ended: 'Your session has ended. Sign in again: what you were at is still here.',
    forgotten: 'Forgotten, or new here? An administrator makes you a link that lets you in once.',
    entering: 'Letting you in …',
    byProvider: (name: string) => `Sign in with ${name}`,
    leaving: 'On the way to where you sign in …',
    noSecret: 'This address lacks what lets you in: open the whole link.',
    byLink: (name: string) =>
      `You came in as ${name} by a link, which serves once. Set a password under My account, and you can come again.`,
  },
  menu: {
    button: 'account',
    account: 'My account',
    people: 'People',
    signOut: 'Sign out',
  },
  leaving: {
    title: 'Sign out, and lose what is unsaved?',
    about: (works: number) =>
      `This browser alone has your work on ${count(works, 'graph', 'graphs')}: it is on no board, or is not saved yet. Signing out removes it, so that nobody after you can read it. To keep it, stay, open it and keep it on a board.`,
    stay: 'Stay',
    go: 'Sign out and remove it',
  },
  account: {
    title: 'My account',
    who: (name: string, role: string) => `You are ${name}, ${role}.`,
    password: 'Password',
    bySignOn: 'You come in by single sign-on, and so have no password here.',
    setFirst: 'You have no password yet: set one, and you can come in without a link.',
    current: 'The password that you have now',
    next: 'New password',
    hint: (least: number) =>
      `At least ${count(least, 'character', 'characters')}. Several words are easier to keep in mind than signs.`,
    set: 'Set the password',
    wasSet:
      'The password is set. Your other sessions have ended, and links that were made for you serve no more.',
    keepTokens: 'Keep my tokens for programs',
    keepTokensHint:
      'Leave this out where somebody may have learnt your password: your tokens are then revoked.',
    sessions: 'Where you are signed in',
    sessionsAbout: (idle: number, longest: number) =>
      `A session ends when you have not used it for ${lasting(idle)}, and after ${lasting(longest * 60)} at the latest.`,
    here: 'this one',
    since: 'Since',
    lastSeen: 'Last used',
    from: 'From',
    browser: 'Browser',
    end: 'End',
    endOf: (from: string) => `End the session from ${from}`,
    endOthers: 'End all others',
    ended: (sessions: number) => `${count(sessions, 'session', 'sessions')} ended.`,
    tokens: 'Tokens for programs',
    tokensAbout:
      'A program sends one as “Authorization: Bearer”. It may do what its scope says, and never more than you.',
    noTokens: 'You have none.',
    tokenName: 'What it is for',
    scope: 'May',
    days: 'Expires after days',
    expires: 'Expires',
    lastUsed: 'Last used',
    never: 'never',
    ownPassword: 'Your password, for the token',
    make: 'Make a token',
    made: 'This is told once. Copy it to where it is needed now:',
    copy: 'Copy',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke the token ${name}`,
  },
  secondFactor: {
    title: 'Second factor',
    about:
      'With one, whoever learns your password does not come in by it: signing in asks for a code, too, that an authenticator on your phone shows.',
    isOn: (left: number) =>
      `It is set up. ${count(left, 'recovery code is', 'recovery codes are')} left for when you have lost your phone.`,
    isOff: 'The second factor is taken off.',
    password: 'Your password',
    begin: 'Set one up',
    scan: 'Scan this with an authenticator, such as the one of your phone or your password manager:',
    picture: 'Picture of the secret, for an authenticator to scan',
    type: 'or type this:',
    firstCode: 'The code that it shows',
    confirm: 'Confirm',
    recovery:
      'Recovery codes, told this once. Each serves once in place of a code: keep them where your phone is not.',
    copy: 'Copy',
    code: 'A code, or a recovery code',
    takeOff: 'Take it off',
  },
  people: {
    title: 'People',
    about: 'Who may come in, and what each may do. A change holds at once.',
    name: 'Name',
    role: 'Role',
    roleOf: (name: string) => `Role of ${name}`,
    state: 'State',
    lastSeen: 'Last here',
    off: 'switched off',
    noPassword: 'no password yet',
    ready: 'may come in',
    bySignOn: 'by single sign-on',
    bySignOnNext: 'by single sign-on from the next time on',
    roleByGroups: 'Their groups say the role, at every sign-in.',
    passkeys: (passkeys: number) => count(passkeys, 'passkey', 'passkeys'),
    factorsOff: {
      code: 'Second factor off',
      passkeys: 'Passkeys off',
      both: 'Second factor and passkeys off',
    },
    factorsOffOf: {
      code: (name: string) => `Second factor off: ${name}`,
      passkeys: (name: string) => `Passkeys off: ${name}`,
      both: (name: string) => `Second factor and passkeys off: ${name}`,
    },
    signOn: 'Single sign-on',
    signOnOf: (name: string) => `Have ${name} come in by single sign-on`,
    noSignOn: 'Link and password',
    noSignOnOf: (name: string) => `Have ${name} come in by a link and a password`,
    you: 'you',
    add: 'Add',
    addTitle: 'Add a person',
    nameHint: 'Letters and figures, no spaces, such as ana.lopez',
    link: 'Link',
    linkOf: (name: string) => `Link for ${name}`,
    linkFor: (name: string, until: string) =>
      `Give this to ${name}. It lets them in once, until ${until}, and is told this once:`,
    switchOff: 'Switch off',
    switchOn: 'Switch on',
    switchOffOf: (name: string) => `Switch off ${name}`,
    switchOnOf: (name: string) => `Switch on ${name}`,
    notAllowed: 'Only administrators see who may come in.',
  },
  not: 'Your role does not let you do this.',
} as const;
