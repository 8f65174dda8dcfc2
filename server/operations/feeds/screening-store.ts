import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ListDifference, Screening, ScreeningDetail } from '../../../domain/feed.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';

/** Screenings as the database keeps them: never changed, never deleted. The difference is compressed JSON. */

const compress = promisify(gzip);
const expand = promisify(gunzip);

export async function storeScreening(
  database: Database,
  screening: Screening,
  difference: ListDifference,
): Promise<void> {
  const packed = new Int8Array(await compress(JSON.stringify(difference)));
  await database.write(
    'CREATE (s:SkeinScreening {id: $id, feed: $feed, list: $list, published_on: $published, at: $at, json: $json, difference: $packed})',
    {
      id: screening.id,
      feed: screening.feed,
      list: screening.list,
      published: screening.published_on,
      at: screening.at,
      json: JSON.stringify(screening),
      packed,
    },
  );
}

/** Latest first; `before` is the id of the last one of the page before. */
export async function latestScreenings(
  database: Database,
  feed: string | null,
  limit: number,
  before: string | null = null,
): Promise<Screening[]> {
  const rows = await database.read<{ json: string }>(
    `MATCH (s:SkeinScreening)
     WHERE ($feed IS NULL OR s.feed = $feed) AND ($before IS NULL OR s.id < $before)
     RETURN s.json AS json ORDER BY s.id DESC LIMIT toInteger($limit)`,
    { feed, limit, before },
  );
  return rows.map(({ json }) => JSON.parse(json) as Screening);
}

/** Throws NotFoundError. */
export async function screeningById(database: Database, id: string): Promise<ScreeningDetail> {
  const [row] = await database.read<{ json: string; difference: Int8Array }>(
    'MATCH (s:SkeinScreening {id: $id}) RETURN s.json AS json, s.difference AS difference',
    { id },
  );
  if (!row) throw new NotFoundError(messages.feeds.noScreening(id));
  const { buffer, byteOffset, byteLength } = row.difference;
  const difference = await expand(Buffer.from(buffer, byteOffset, byteLength));
  return {
    ...(JSON.parse(row.json) as Screening),
    difference: JSON.parse(difference.toString('utf8')) as ListDifference,
  };
}
