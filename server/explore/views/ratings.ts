import { loadQuery } from '../../../cypher/load-query.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { RatingsAmong } from '../../../domain/views.ts';
import { graphRelation, nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { storedRelation, type RawRelation } from '../../graph/neo4j/records.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import { accountRefs, scopeOf, type ViewOfAccounts } from './scope.ts';

const mostRatings = 5_000;

interface RatingRow {
  relation: RawRelation;
  from: string;
  to: string;
  finished: string | null;
  total: number;
}

interface TotalRow {
  account: string;
  given: number;
  received: number;
}

/** Who of these accounts rated whom, earliest first, beside how much each rates and is rated at all. */
export async function ratingsAmong(
  database: Database,
  view: ViewOfAccounts,
): Promise<RatingsAmong> {
  const scope = scopeOf(view);
  const [rows, totals, nodes] = await Promise.all([
    database.read<RatingRow>(loadQuery('views/ratings'), { ...scope, most: mostRatings }),
    database.read<TotalRow>(loadQuery('views/rating_totals'), scope),
    nodesByRef(database, accountRefs(scope.accounts)),
  ]);
  const given = rows.map((row) => ({ ...row, stored: storedRelation(row.relation) }));
  const cited = given.flatMap(({ stored }) => stored.sources);
  const sourceOf = await sourcesAmong(database, cited);
  const finished = new Map<string, string>();
  const ratings = given.map(({ stored, ...row }) => {
    const job = stored.values['job_id'];
    if (typeof job === 'string' && row.finished !== null) finished.set(job, row.finished);
    const ends = new Map<string, NodeRef>([
      [stored.fromElementId, { type: 'account', id: row.from }],
      [stored.toElementId, { type: 'account', id: row.to }],
    ]);
    return graphRelation(stored, ends, sourceOf);
  });
  return {
    nodes: nodes.map(({ shown }) => shown),
    ratings,
    finished: Object.fromEntries(finished),
    totals: Object.fromEntries(
      totals.map(({ account, given, received }) => [account, { given, received }]),
    ),
    omitted: (rows[0]?.total ?? 0) - rows.length,
  };
}
