import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FeedDraft, ListDifference, Refreshed, Screening } from '../../../domain/feed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { importFollowTheMoney } from '../../ingest/importers/followthemoney.ts';
import { importOfac } from '../../ingest/importers/ofac.ts';
import { loadFolders } from '../../ingest/load/load.ts';
import { keptBytes } from '../../ingest/load/source-store.ts';
import { fileBytes } from '../../ingest/load/table.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { InvalidDataError, NotFoundError, UsageError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { inEnglish } from '../../platform/locale.ts';
import { checkAllowed } from './allowed.ts';
import type { DownloadLimits } from './download.ts';
import { screenDifference } from './entry-matches.ts';
import { feedById, holding, storeState, type FeedState, type KnownFeed } from './feed-store.ts';
import { fetchEdition, usualLimits, type Edition } from './fetch-edition.ts';
import { differenceOf, type EntryDifference } from './list-difference.ts';
import {
  entriesIn,
  isDelisted,
  storedEntries,
  type ListEntries,
  type ListEntry,
} from './list-entries.ts';
import { checkDate, isOlder } from './published.ts';
import { latestScreenings, storeScreening } from './screening-store.ts';
import { writeStandingRows } from './standing-rows.ts';

export interface RefreshOptions {
  /** Date of the edition, where its source does not say it. */
  published?: string | undefined;
  /** Takes an edition older than the one loaded. */
  force?: boolean | undefined;
  limits?: DownloadLimits;
  /** The time that the screening bears. */
  now?: () => Date;
}

interface Refreshing {
  database: Database;
  settings: Settings;
  feed: KnownFeed;
  /** The feed's own, in SKEIN_HOME. */
  folder: string;
  progress: Progress;
  now: () => Date;
}

const text = messages.feeds;

/**
 * Brings a feed's list up to date: fetches the edition that its source has now, loads it, and screens what it added and
 * changed. The same edition again changes nothing. Throws NotFoundError, ConflictError while another refreshes it,
 * UsageError for what the operator does not allow and for an edition that is older or bears no date, UnavailableError
 * when its source does not answer, and what importing and loading throw; up to the load nothing was changed.
 */
export async function refreshFeed(
  database: Database,
  settings: Settings,
  id: string,
  options: RefreshOptions,
  progress: Progress,
): Promise<Refreshed> {
  if (options.published !== undefined) checkDate(options.published);
  await feedById(database, settings, id);
  return holding(database, id, async () => {
    const feed = await feedById(database, settings, id);
    const folder = join(settings.home, 'feed-work', id);
    const now = options.now ?? (() => new Date());
    const refreshing = { database, settings, feed, folder, progress, now };
    const reach = await checkAllowed(feed.draft.from, settings);
    progress.step(text.step.fetching(id));
    const edition = await fetchEdition(feed.draft, folder, reach, options.limits ?? usualLimits);
    const checked = now().toISOString();
    const { state } = feed;
    const [screening] = await latestScreenings(database, id, 1);
    if (screening && edition.digest === state.digest) {
      await edition.keep();
      await storeState(database, id, { ...state, checked });
      return { outcome: 'unchanged', screening };
    }
    return takeEdition(refreshing, edition, publishedOn(feed, edition, options), checked);
  });
}

/** Throws UsageError where nothing says it, and for an older one that nobody insists on. */
function publishedOn(
  { draft, state }: KnownFeed,
  edition: Edition,
  { published: given, force }: RefreshOptions,
): string {
  const published = given ?? edition.date;
  if (published === null) throw new UsageError(text.noDate(draft.id));
  const loaded = state.published_on;
  if (loaded !== null && isOlder(published, loaded) && force !== true)
    throw new UsageError(text.older(draft.list, published, loaded));
  return published;
}

async function takeEdition(
  { database, settings, feed, folder, progress, now }: Refreshing,
  edition: Edition,
  published: string,
  checked: string,
): Promise<Refreshed> {
  const { draft, state } = feed;
  const dataset = join(folder, 'dataset');
  const standing = join(folder, 'standing');
  for (const each of [dataset, standing]) await rm(each, { recursive: true, force: true });
  await inEnglish(() => importEdition(draft, edition, dataset, published));
  const watchlist = join(dataset, 'watchlist.csv');
  const after = await entriesOfFile(watchlist);
  if (after.entries.size === 0) throw new InvalidDataError(text.empty(draft.list));
  const stored = await storedEntries(database, draft.list);
  const before = await entriesBefore(settings, state, stored);
  const difference = differenceOf(before, after, draft.list);
  const rows = await writeStandingRows(standing, draft.list, published, difference, stored);
  const load = await loadFolders(
    database,
    settings,
    [dataset, ...(rows === null ? [] : [rows])],
    { called: [draft.from] },
    progress,
  );
  progress.step(text.step.screening(difference.added.length + difference.changed.length));
  const at = now().toISOString();
  const matches = await screenDifference(database, difference, at);
  const entries = shown(difference);
  const screening: Screening = {
    id: `${at.replaceAll(/[:.]/g, '-')}-${randomBytes(2).toString('hex')}`,
    feed: draft.id,
    list: draft.list,
    published_on: published,
    before: state.published_on,
    forced: state.published_on !== null && isOlder(published, state.published_on),
    at,
    by: actor(),
    load: load.load,
    counts: {
      entries: after.entries.size,
      rejected: load.files.reduce((all, { rejected }) => all + rejected, 0),
      entry_changes: {
        added: entries.added.length,
        changed: entries.changed.length,
        removed: entries.removed.length,
      },
      matches: {
        new: matches.new.length,
        changed: matches.changed.length,
        gone: matches.gone.length,
      },
    },
  };
  await storeScreening(database, screening, { entries, matches });
  await storeState(database, draft.id, {
    published_on: published,
    checked,
    screening: screening.id,
    digest: edition.digest,
    watchlist: await digestOf(watchlist),
  });
  await edition.keep();
  progress.end();
  return { outcome: 'screened', screening };
}

function importEdition(
  { format, list }: FeedDraft,
  { source }: Edition,
  dataset: string,
  published: string,
): Promise<unknown> {
  return format === 'ofac'
    ? importOfac(source, dataset, { list, published })
    : importFollowTheMoney(source, dataset, { list, oneList: true, published });
}

/** A dataset without entries has no such file. */
async function entriesOfFile(path: string): Promise<ListEntries> {
  try {
    return await entriesIn(fileBytes(path, false));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { entries: new Map(), properties: null, unreadable: new Set() };
  }
}

/** What the edition before said, word for word where its file is kept; else what the graph holds of the list. */
async function entriesBefore(
  settings: Settings,
  { watchlist }: FeedState,
  stored: ReadonlyMap<string, ListEntry>,
): Promise<ListEntries> {
  if (watchlist !== null)
    try {
      return await entriesIn(
        await keptBytes(settings, { file: 'watchlist.csv', sha256: watchlist }),
      );
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  const listed = [...stored].filter(([, entry]) => !isDelisted(entry));
  return { entries: new Map(listed), properties: null, unreadable: new Set() };
}

function shown({ added, changed, removed }: EntryDifference): ListDifference['entries'] {
  const listed = ({ id, name }: ListEntry) => ({ entry: id, name });
  return {
    added: added.map(listed),
    changed: changed.map(({ after, columns }) => ({ ...listed(after), columns })),
    removed: removed.map(listed),
  };
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}
