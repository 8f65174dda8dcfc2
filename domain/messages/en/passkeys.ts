import { count } from './typography.ts';

/** What the server says of passkeys. */
export const passkeysMessages = {
  wrong:
    'This passkey does not let you in: it is not known here, was removed, or its person comes in otherwise. Sign in by name and password, or ask an administrator.',
  over: 'This took too long, or was answered before: begin again.',
  otherPlace: (said: string, here: string) =>
    `The browser shows this page at ${said}, and this server is known as ${here}: open it there, or have SKEIN_PUBLIC_URL say both.`,
  noName: (origin: string, named: string) =>
    `Passkeys go with a name, and ${origin} is an address without one: open Skein at ${named} where it runs on this machine, or by the name that your house gives it (SKEIN_PUBLIC_URL).`,
  wentBack:
    'This passkey has counted fewer uses than are known of it, as a copy would: it does not let you in. Sign in by name and password, and remove it under My account.',
  notMade:
    'This is no passkey as it was asked for: it must be kept by the device, which must know you by a finger, a face or a PIN. Begin again.',
  isThere: 'This passkey is added already.',
  none: 'There is no such passkey any more.',
  tooMany: (most: number) =>
    `You have ${count(most, 'passkey', 'passkeys')}, which is as many as there may be: remove one first.`,
  passwordFirst: 'A passkey is added by whoever knows the password: set one first.',
  bySignOn: 'You come in by single sign-on: a passkey is asked for there, if at all.',
  nothingToReset: (name: string) => `${name} has neither a second factor nor passkeys.`,
} as const;
