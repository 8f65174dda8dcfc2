import { compareText } from '../../../domain/compare-text.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** What one account says of another, over all its ratings of it. */
export interface GivenRating {
  rater: string;
  rated: string;
  /** Mean of its ratings within their scales, from 0 (worst) to 1 (best). */
  value: number;
}

/**
 * Every pair of rater and rated, sorted by their ids, so that sums come out alike whatever the order of rows.
 * Ratings without a usable scale and of oneself are left out.
 */
export async function givenRatings(database: Database, asOf: string): Promise<GivenRating[]> {
  const given: GivenRating[] = [];
  const query = `MATCH (a:Account)-[r:RATED]->(b:Account)
    WHERE a <> b AND coalesce(r._at, '') <= $asOf
    WITH a.id AS rater, b.id AS rated, toFloat(r.score) AS score,
         toFloat(coalesce(r.scale_min, 1)) AS low, toFloat(coalesce(r.scale_max, 5)) AS high
    WHERE score IS NOT NULL AND high > low
    WITH rater, rated, (score - low) / (high - low) AS share ORDER BY share
    RETURN rater, rated, collect(share) AS shares`;
  await database.each<{ rater: string; rated: string; shares: number[] }>(
    query,
    { asOf },
    ({ rater, rated, shares }) => {
      const sum = shares.reduce((total, share) => total + Math.min(1, Math.max(0, share)), 0);
      given.push({ rater, rated, value: sum / shares.length });
    },
  );
  return given.sort((a, b) => compareText(a.rater, b.rater) || compareText(a.rated, b.rated));
}
