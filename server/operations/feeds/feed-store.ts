import { randomUUID } from 'node:crypto';
import type { Feed, FeedDraft } from '../../../domain/feed.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { checkAllowed } from './allowed.ts';
import { addressProblem, readFeedFile } from './feed-file.ts';

/** Feeds as the database keeps them: what was made by the API, and of every feed how far it is. */

const text = messages.feeds;

/** How far a feed is. */
export interface FeedState {
  published_on: string | null;
  checked: string | null;
  /** The latest screening. */
  screening: string | null;
  /** Of the files of the edition that is loaded. */
  digest: string | null;
  /** SHA-256 of the watchlist.csv that was made of it. */
  watchlist: string | null;
}

const noState: FeedState = {
  published_on: null,
  checked: null,
  screening: null,
  digest: null,
  watchlist: null,
};

/** A feed with what the next refresh goes by. */
export interface KnownFeed {
  draft: FeedDraft;
  configured: boolean;
  state: FeedState;
}

interface FeedNode {
  id: string;
  draft: string | null;
  state: string | null;
}

/** Those of the operator's file, then those made by the API, each by id. What the file names goes before. */
async function knownFeeds(database: Database, settings: Settings): Promise<KnownFeed[]> {
  const nodes = await database.read<FeedNode>(
    'MATCH (f:SkeinFeed) RETURN f.id AS id, f.draft AS draft, f.state AS state ORDER BY f.id',
  );
  const states = new Map(nodes.map(({ id, state }) => [id, stateOf(state)]));
  const { feeds } = await readFeedFile(settings);
  const named = new Set(feeds.map(({ id }) => id));
  const made = nodes.flatMap(({ id, draft }) =>
    draft === null || named.has(id) ? [] : [JSON.parse(draft) as FeedDraft],
  );
  const known = (configured: boolean) => (draft: FeedDraft) => ({
    draft,
    configured,
    state: states.get(draft.id) ?? noState,
  });
  return [...feeds.map(known(true)), ...made.map(known(false))];
}

function stateOf(json: string | null): FeedState {
  return json === null ? noState : { ...noState, ...(JSON.parse(json) as Partial<FeedState>) };
}

function shown({ draft, configured, state }: KnownFeed): Feed {
  const { published_on, checked, screening } = state;
  return { ...draft, configured, published_on, checked, screening };
}

/** Throws InvalidDataError when the operator's file cannot be read as one. */
export async function listFeeds(database: Database, settings: Settings): Promise<Feed[]> {
  return (await knownFeeds(database, settings)).map(shown);
}

/** Throws NotFoundError. */
export async function feedById(
  database: Database,
  settings: Settings,
  id: string,
): Promise<KnownFeed> {
  const feed = (await knownFeeds(database, settings)).find(({ draft }) => draft.id === id);
  if (!feed) throw new NotFoundError(text.noFeed(id));
  return feed;
}

/** Makes a feed. Throws UsageError for what the operator does not allow, ConflictError where id or list has one. */
export async function createFeed(
  database: Database,
  settings: Settings,
  draft: FeedDraft,
): Promise<Feed> {
  const problem = addressProblem(draft.from);
  if (problem !== null)
    throw new UsageError(messages.http.badRequest, [{ where: 'body.from', problem }]);
  await checkAllowed(draft.from, settings);
  const others = await knownFeeds(database, settings);
  if (others.some((feed) => feed.draft.id === draft.id))
    throw new ConflictError(text.idTaken(draft.id));
  const same = others.find((feed) => feed.draft.list === draft.list);
  if (same) throw new ConflictError(text.listTaken(draft.list, same.draft.id));
  const [made] = await database.write<{ draft: string }>(
    `MERGE (f:SkeinFeed {id: $id})
     ON CREATE SET f.created = $now, f.by = $by
     SET f.draft = coalesce(f.draft, $draft)
     RETURN f.draft AS draft`,
    { id: draft.id, draft: JSON.stringify(draft), now: new Date().toISOString(), by: actor() },
  );
  if (made?.draft !== JSON.stringify(draft)) throw new ConflictError(text.idTaken(draft.id));
  return shown({ draft, configured: false, state: noState });
}

export async function storeState(database: Database, id: string, state: FeedState): Promise<void> {
  await database.write('MERGE (f:SkeinFeed {id: $id}) SET f.state = $state', {
    id,
    state: JSON.stringify(state),
  });
}

/** So long a refresh may take; one that was killed holds the feed no longer. */
const leaseMs = 60 * 60_000;

/** Does the work while nobody else refreshes the feed, in whatever process. Throws ConflictError. */
export async function holding<T>(database: Database, id: string, work: () => Promise<T>) {
  const holder = randomUUID();
  const now = Date.now();
  const [held] = await database.writeBriefly<{ holder: string }>(
    `MERGE (f:SkeinFeed {id: $id})
     SET f.holder = CASE WHEN coalesce(f.held_until, '') < $now THEN $holder ELSE f.holder END
     SET f.held_until = CASE WHEN f.holder = $holder THEN $until ELSE f.held_until END
     RETURN f.holder AS holder`,
    {
      id,
      holder,
      now: new Date(now).toISOString(),
      until: new Date(now + leaseMs).toISOString(),
    },
  );
  if (held?.holder !== holder) throw new ConflictError(text.busy(id));
  try {
    return await work();
  } finally {
    await database.writeBriefly(
      'MATCH (f:SkeinFeed {id: $id, holder: $holder}) REMOVE f.holder, f.held_until',
      { id, holder },
    );
  }
}
