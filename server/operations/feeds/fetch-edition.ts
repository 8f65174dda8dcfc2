import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FeedDraft } from '../../../domain/feed.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { checkFile } from '../../platform/reach/files.ts';
import { addressOf } from './address.ts';
import type { FeedReach } from './allowed.ts';
import { download, type DownloadLimits, type Validators } from './download.ts';
import { editionIn, ofacStems, type EditionSource } from './edition-folder.ts';
import { dateIn } from './published.ts';

/** An edition that lies ready to be imported. */
export interface Edition extends EditionSource {
  /** Of the files, in order. */
  digest: string;
  /** To be called once it is loaded: the next download then asks only for what has changed since. */
  keep: () => Promise<void>;
}

/** Far above any list of today. */
export const usualLimits: DownloadLimits = { bytes: 1_000_000_000, seconds: 600 };

/** Brings the edition that the feed's source has now; `folder` is the feed's own, for what is fetched. */
export async function fetchEdition(
  { from, format }: FeedDraft,
  folder: string,
  reach: FeedReach,
  limits: DownloadLimits,
): Promise<Edition> {
  const url = addressOf(from);
  if (url) return fetchFrom(addressesOf(url, format), folder, reach, limits);
  const found = await editionIn(from, format);
  for (const file of found.files) await checkFile(file, reach.folders);
  return { ...found, digest: await digestOf(found.files), keep: () => Promise.resolve() };
}

interface Address {
  url: URL;
  /** What it is called where it is kept. */
  file: string;
}

/** Of OFAC's list the address is that of the folder in which its files stand. */
function addressesOf(url: URL, format: FeedDraft['format']): Address[] {
  if (format === 'followthemoney')
    return [{ url, file: basename(url.pathname) === '' ? 'entities.json' : 'entities.ftm.json' }];
  return ofacStems.map((stem) => {
    const of = new URL(url);
    of.pathname = `${url.pathname.replace(/\/+$/, '')}/${stem}.csv`;
    return { url: of, file: `${stem}.csv` };
  });
}

const validatorsFile = 'validators.json';
type Known = Record<string, Validators>;

/** What a server says has not changed is taken from the download before. */
async function fetchFrom(
  addresses: readonly Address[],
  folder: string,
  { hosts }: FeedReach,
  limits: DownloadLimits,
): Promise<Edition> {
  const kept = join(folder, 'kept');
  const next = join(folder, 'next');
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true, mode: 0o700 });
  const known = await knownIn(kept);
  const validators: Known = {};
  for (const { url, file } of addresses) {
    const before = known[url.href] ?? null;
    const said = await download(url, join(next, file), before, { ...limits, hosts });
    if (said === null) await copyFile(join(kept, file), join(next, file));
    validators[url.href] = said ?? before!;
  }
  await writeOwnFile(join(next, validatorsFile), JSON.stringify(validators));
  const files = addresses.map(({ file }) => join(next, file));
  return {
    source: files.length === 1 ? files[0]! : next,
    files,
    date: latestDate(Object.values(validators)) ?? dateIn(addresses[0]!.url.pathname),
    digest: await digestOf(files),
    keep: async () => {
      await rm(kept, { recursive: true, force: true });
      await rename(next, kept);
    },
  };
}

/** Nothing where the files that they speak of are not all there. */
async function knownIn(kept: string): Promise<Known> {
  try {
    return JSON.parse(await readFile(join(kept, validatorsFile), 'utf8')) as Known;
  } catch {
    return {};
  }
}

/** The day on which the last of the files was changed. */
function latestDate(validators: readonly Validators[]): string | null {
  const times = validators.map(({ modified }) => Date.parse(modified ?? ''));
  const latest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(latest) ? new Date(latest).toISOString().slice(0, 10) : null;
}

async function digestOf(files: readonly string[]): Promise<string> {
  const whole = createHash('sha256');
  for (const file of files) {
    const one = createHash('sha256');
    await pipeline(createReadStream(file), one);
    whole.update(one.digest('hex'));
  }
  return whole.digest('hex');
}
