import { compareText } from '../../../domain/compare-text.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnionFind } from '../link/union-find.ts';
import type { Derivation } from './derivation.ts';
import { captiveBlocks } from './captive-raters.ts';
import { densestBlocks, type Block, type BlockSize, type Edge } from './peeling.ts';

/**
 * Groups of raters who all rate one group highly, whatever else either group does. Raters are first gathered by
 * whom they have in common, so that a block is sought in a small neighbourhood and one more row elsewhere moves
 * nothing here; then each gathering is peeled (see peeling.ts). Of the others, those who rate but the same few are taken
 * together (see captive-raters.ts), two of them being enough.
 */
const denseRatingBlocks: Derivation = {
  version: 2,
  makes: ['IN_RATING_BLOCK'],
  infer: async (database, asOf) => {
    const edges = await highRatings(database, asOf);
    const dense = gatherings(edges).flatMap((gathering) => densestBlocks(gathering, least));
    const known = new Set(dense.flatMap(({ raters, rated }) => [...raters, ...rated]));
    return [...dense, ...captiveBlocks(edges.filter(({ rater }) => !known.has(rater)))].flatMap(
      (block) => {
        const members = [...new Set([...block.raters, ...block.rated])].sort();
        const [first] = members;
        return members.slice(1).map((member) => ({
          relation: 'IN_RATING_BLOCK' as const,
          from: { type: 'account' as const, id: member },
          to: { type: 'account' as const, id: first! },
          score: Math.round(fillOf(block) * 1_000) / 1_000,
          reason: says.ratingBlock(
            block.raters.length,
            block.rated.length,
            block.edges.length,
            block.raters.length * block.rated.length,
          ),
        }));
      },
    );
  },
};
export default denseRatingBlocks;

/** The top tenth of a scale, as in rating-ring. */
const highShare = 0.9;
/** Whoever is rated by more than this is known to everybody, and two raters who share it share nothing. */
const hubRaters = 60;
/** Two clients with a developer or two in common are everyday in any trade. */
const mostEveryday = 2;
/** A group with a smaller fill is a trade in which people meet now and then. */
const least: BlockSize = { raters: 3, rated: 3, fill: 0.7 };

/**
 * Pairs of rater and rated. What the hired say of whoever hired them is left out: after most jobs both
 * sides rate each other, and that would make a block of any busy couple.
 */
async function highRatings(database: Database, asOf: string): Promise<Edge[]> {
  const rows = await database.read<Edge>(
    `MATCH (a:Account)-[r:RATED]->(b:Account)
     WHERE a <> b AND coalesce(r._at, '') <= $asOf
       AND toFloat(r.score) - coalesce(r.scale_min, 1) >=
           $highShare * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
       AND NOT coalesce(coalesce([(b)-[then:STATED_THEN]->(b) | then][0], b).role = 'client', false)
       AND NOT EXISTS { (:Job {id: r.job_id})-[:POSTED_BY]->(b) }
     RETURN DISTINCT a.id AS rater, b.id AS rated`,
    { asOf, highShare },
  );
  return rows.sort((a, b) => compareText(a.rater, b.rater) || compareText(a.rated, b.rated));
}

/** The edges of raters who, pair by pair, have more than the everyday in common. */
function gatherings(edges: readonly Edge[]): Edge[][] {
  const ratersOf = new Map<string, string[]>();
  for (const { rater, rated } of edges) {
    const raters = ratersOf.get(rated);
    if (raters) raters.push(rater);
    else ratersOf.set(rated, [rater]);
  }
  const inCommon = new Map<string, Map<string, number>>();
  const groups = new UnionFind();
  for (const raters of ratersOf.values()) {
    if (raters.length < 2 || raters.length > hubRaters) continue;
    for (const [at, a] of raters.entries())
      for (const b of raters.slice(at + 1)) {
        const counts = inCommon.get(a) ?? new Map<string, number>();
        inCommon.set(a, counts);
        const count = (counts.get(b) ?? 0) + 1;
        counts.set(b, count);
        if (count > mostEveryday) groups.join(a, b);
      }
  }
  const gathered = new Map<string, Edge[]>();
  const groupOf = new Map<string, string>();
  for (const [first, members] of groups.sets())
    for (const member of members) groupOf.set(member, first);
  for (const edge of edges) {
    const group = groupOf.get(edge.rater);
    if (group === undefined) continue;
    const gathering = gathered.get(group);
    // Popular accounts stay: within a gathering, column weights make them count for little.
    const weighed = { ...edge, degree: ratersOf.get(edge.rated)!.length };
    if (gathering) gathering.push(weighed);
    else gathered.set(group, [weighed]);
  }
  return [...gathered].sort(([a], [b]) => compareText(a, b)).map(([, gathering]) => gathering);
}

function fillOf({ raters, rated, edges }: Block): number {
  return edges.length / (raters.length * rated.length);
}
