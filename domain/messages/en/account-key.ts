import { count } from './typography.ts';

/** What is said of the key without which passwords and second factors in the database are worth nothing. */
export const accountKeyMessages = {
  openKey: (path: string) =>
    `${path}, the key of passwords and second factors, can be read by others. Run: chmod 600 ${path}`,
  badKey: (path: string) =>
    `${path} is no secret of 64 hexadecimal digits. Put the file back, as from a backup: without it nobody comes in by the password they have.`,
  setShort: (least: number) =>
    `is too short: at least ${count(least, 'character', 'characters')}, as openssl rand -hex 32 makes them`,
  short: (least: number) =>
    `The file that SKEIN_ACCOUNT_KEY_FILE names holds too little: at least ${count(least, 'character', 'characters')}, as openssl rand -hex 32 makes them.`,
  twice: 'and SKEIN_ACCOUNT_KEY_FILE are both set: keep one',
  otherKey: (people: number) =>
    `${count(people, 'person has', 'persons have')} a password or a second factor that was set with another key than this server's, and cannot come in by it here. Where several servers share the database, give all of them the same SKEIN_ACCOUNT_KEY; where the key is lost, \`skein people link NAME\` lets each in to set another.`,
} as const;
