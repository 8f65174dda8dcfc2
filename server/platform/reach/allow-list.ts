import { mkdir, readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import type { AllowList } from '../../../domain/allowed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, UnavailableError } from '../problems.ts';
import type { Settings } from '../settings/settings.ts';
import { isOfTheSystem } from './folders.ts';
import { entryIn } from './hosts.ts';

const text = messages.reach.file;

/** What is allowed to somebody is read when it is asked, so that a change of the operator's holds at once. */
export type Allowing = Pick<Settings, 'home' | 'allowed'>;

/** Absolute folders of people. */
export const allowedFolders = z.array(
  z
    .string()
    .refine(isAbsolute, text.folder)
    .refine((folder) => !isOfTheSystem(folder), text.system),
);
export const allowedHosts = z.array(z.string().refine((host) => entryIn(host) !== null, text.host));

const mailDomain = z
  .string()
  .transform((domain) => domainToASCII(domain.replace(/\.$/, '')))
  .refine((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain), text.domain);

const folders = allowedFolders.default([]);
const hosts = allowedHosts.default([]);
const fileSchema = z.strictObject({
  reports: z
    .strictObject({ folders, hosts, mail_domains: z.array(mailDomain).default([]) })
    .prefault({}),
  inboxes: z.strictObject({ folders }).prefault({}),
  feeds: z.strictObject({ folders, hosts }).prefault({}),
  enrichment: z.strictObject({ hosts }).prefault({}),
});

/** The file that is read: SKEIN_ALLOWED, or allowed.json in SKEIN_HOME. */
export function allowListPath({ home, allowed }: Allowing): string {
  return allowed ?? join(home, 'allowed.json');
}

/** The product's own folders, which are allowed whatever the file says. */
function ownFolders({ home }: Allowing) {
  return { reports: join(home, 'reports'), inbox: join(home, 'inbox'), feeds: join(home, 'feeds') };
}

/** Makes the folders that are allowed in any case, so that they can be chosen. */
export async function makeOwnFolders(settings: Allowing): Promise<void> {
  for (const folder of Object.values(ownFolders(settings)))
    await mkdir(folder, { recursive: true, mode: 0o700 });
}

/**
 * What the operator allows: without a file the product's own folders alone, no host and no mail domain. Throws
 * InvalidDataError, a line a fault.
 */
export async function readAllowList(settings: Allowing): Promise<AllowList> {
  const file = allowListPath(settings);
  const own = ownFolders(settings);
  const read = fileSchema.safeParse(await saidIn(file, settings.allowed !== undefined));
  if (!read.success) {
    const details = read.error.issues.map(({ path, message }) => ({
      where: path.join('.'),
      problem: message,
    }));
    throw new InvalidDataError(text.faults(file, details), details);
  }
  const { reports, inboxes, feeds, enrichment } = read.data;
  return {
    file,
    reports: { ...reports, folders: [own.reports, ...reports.folders] },
    inboxes: { folders: [own.inbox, ...inboxes.folders] },
    feeds: { ...feeds, folders: [own.feeds, ...feeds.folders] },
    enrichment,
  };
}

/** Nothing where there is no file and none was asked for. */
async function saidIn(file: string, asked: boolean): Promise<unknown> {
  let said: string;
  try {
    said = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !asked) return {};
    throw new UnavailableError(text.unreadable(file, code ?? message));
  }
  try {
    return JSON.parse(said) as unknown;
  } catch (error) {
    throw new InvalidDataError(text.notJson(file, (error as Error).message));
  }
}
