import { count } from './typography.ts';
import type { Permission, Role } from '../../people.ts';

const roles: Readonly<Record<Role, string>> = {
  viewer: 'viewer',
  analyst: 'analyst',
  lead: 'lead',
  admin: 'administrator',
  auditor: 'auditor',
};

/** What a person reads of: who may come in, and what each may do, as far as the server and the command line say it. */
export const peopleMessages = {
  roles,
  signInNeeded: 'Sign in first; a program sends a token as `Authorization: Bearer`.',
  notByToken: 'A token cannot change or read an account: sign in as its person.',
  noEntryByToken:
    'A token lets nobody in: who comes in, and with which role, is said by somebody who has signed in as a person, with a password or by single sign-on.',
  notOfToken: (permission: Permission) =>
    `This token is not for that: its scope lacks "${permission}".`,
  wrong: 'The name or the password is wrong.',
  waits: (seconds: number) =>
    `Too many wrong passwords were given: try again in ${count(seconds, 'second', 'seconds')}.`,
  linkOver:
    'This link does not serve any more: it was used, is too old, or somebody can sign in by now. Ask an administrator for another, or run `skein people link NAME` where Skein runs.',
  currentWrong: 'The password that you have now is another one.',
  passwordNeeded: 'Give your password, too: whoever has a token acts as you.',
  mostUsed:
    'This password is among the most used ones, or is one of them with little around it: whoever guesses tries those first. Take another, such as several words that have nothing to do with one another.',
  guessableBy: (word: string) =>
    `This password holds "${word}", which whoever guesses tries first. Take one without your name and without that of the program.`,
  currentNeeded: 'Give the password that you have now, too.',
  taken: (name: string) => `There is a person called ${name} already.`,
  noPerson: (name: string) => `There is no person ${name}.`,
  noSession: 'There is no such session any more.',
  noToken: 'There is no such token any more.',
  isOff: (name: string) => `${name} is switched off: switch them on first.`,
  notOneself:
    'Nobody changes their own role or switches themselves off, so that somebody always may let people in: ask another administrator.',
  beyondOwn: 'A token cannot do more than its person may: choose from what you may do.',
  notAsked:
    'How people come in, what they decided and did, and what their cases hold, is not for queries to read. Ask of the data: (a:Account).',
  nothingToChange: 'Say what to change: role, active or sign_on.',
} as const;
