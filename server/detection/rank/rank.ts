/** Puts the clusters of a run in the order in which they are looked at. */
import type { Cluster, BareFinding } from '../../../domain/finding.ts';
import type { RankingSettings } from '../../../domain/ranking.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { loadSql } from '../../../cypher/load-query.ts';
import type { Columns } from '../columns/columns.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { Excepting } from '../link/excepted.ts';
import type { ClusterThing } from '../runs/run-parts.ts';
import { listedBehind } from './listed.ts';
import { rankingOf } from './order.ts';
import { stakesOf } from './stakes.ts';

/** What must be inferred before: by what strangers are known to share, it tells whose money it is. */
export const rankingNeeds = { needs: ['known-shared'] } as const;

interface Ranked {
  clusters: readonly Cluster[];
  findings: readonly BareFinding[];
  detectors: readonly Pick<CatalogueEntry, 'id' | 'family' | 'binds'>[];
  exceptions: readonly Excepting[];
  /** What holds these clusters, and who uses it. */
  things: readonly ClusterThing[];
  settings: RankingSettings;
  /** What happened later does not count. */
  asOf: string;
}

/** Of data without any time. */
const noTime = '1970-01-01T00:00:00.000Z';

/** What `rankedUntil` asks of columns. */
export const untilSql = loadSql('rank/last_time');

/** Until when clusters are looked at: the time asked for, or the last that the data tell of. */
export async function rankedUntil(columns: Columns, asOf: string | null): Promise<string> {
  if (asOf !== null) return asOf;
  const { until } = await columns.one(untilSql, {});
  return typeof until === 'string' ? until : noTime;
}

/**
 * The clusters as they are, in their order, each with what is at stake and where that puts it. It hangs on the data and on
 * this run alone, not on a clock nor on runs before.
 */
export async function rankClusters(
  database: Database,
  { clusters, findings, detectors, exceptions, things, settings, asOf }: Ranked,
): Promise<Cluster[]> {
  if (clusters.length === 0) return [];
  const idsOf = (chosen: Ranked['detectors']) => new Set(chosen.map(({ id }) => id));
  const listed = await listedBehind(database, {
    ...{ clusters, findings, exceptions, asOf, from: settings.identified_from },
    watching: idsOf(detectors.filter(({ family }) => family === 'watchlist')),
    binding: idsOf(detectors.filter(({ binds }) => binds)),
  });
  const stakes = await stakesOf(database, { clusters, listed, things, settings, asOf });
  return clusters.map((cluster) => ({
    ...cluster,
    ranking: rankingOf(cluster.score, stakes.get(cluster.id)!, settings),
  }));
}
