// Finds: payment accounts at which the money of unrelated accounts meets: sent on from their payouts over at
//        most $max_hops hops, each keeping much of what came in, or sent there in small like pieces.
// Why:   careful teams give each account a wallet of its own; the money still has to come together, often
//        through companies or wallets in between (P9, C10, H2).
// Cost:  follows MOVES_ON and SPLITS_TO, of which a payment account has a handful at most; one look at the
//        payers of each place where money meets.
// Limits: cash and transfers that the platform does not see; money that rests for months between two hops;
//         a firm that receives on one payment account and sends from another.
CALL () {
  MATCH (a:Account)-[use:PAID_THROUGH]->(p:PaymentAccount)
  WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, startNode(use)._at, '') <= $as_of
  MATCH way = (p)-[:MOVES_ON]->{1,5}(d:PaymentAccount)
  WHERE p <> d AND length(way) <= $max_hops
  // A hop: the same care is taken at each, and a longer way must not look like less of it.
  WITH a, use, d, way,
       reduce(kept = 1.0, step IN relationships(way) | kept * step.score) ^ (1.0 / length(way)) AS kept,
       reduce(sent = 1.0, step IN relationships(way) | sent * coalesce(step.share, step.score)) ^ (1.0 / length(way)) AS sent_on
  WHERE kept >= $min_kept AND NOT EXISTS { (a)-[o:PAID_THROUGH]->(d) WHERE coalesce(o._at, a._at, '') <= $as_of }
  RETURN a, use, d, way, kept, sent_on, 0.0 AS split
UNION ALL
  MATCH (a:Account)-[use:PAID_THROUGH]->(p:PaymentAccount)
  WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
  MATCH way = (p)-[step:SPLITS_TO]->(d:PaymentAccount)
  WHERE NOT EXISTS { (a)-[o:PAID_THROUGH]->(d) WHERE coalesce(o._at, a._at, '') <= $as_of }
  RETURN a, use, d, way, 0.0 AS kept, 0.0 AS sent_on, step.score AS split
}
WITH a, d, use, way, kept, sent_on, split, [n IN nodes(way) | n.id] AS stops
ORDER BY d.id, a.id, kept + split DESC, size(stops), stops
WITH d, a, max(kept) AS kept, max(sent_on) AS most_sent_on, max(split) AS split,
     head(collect({use: use, way: way, sent_on: sent_on})) AS best
WITH d, a, kept, split, best, CASE WHEN best.sent_on > 0 THEN best.sent_on ELSE most_sent_on END AS sent_on
OPTIONAL MATCH (a)-[:DECLARED_WITH]->(first:Account)
WITH d, a, kept, sent_on, split, best, coalesce(first.id, a.id) AS party
ORDER BY d.id, kept + split DESC, a.id
WITH d, collect({account: a, party: party, kept: kept, sent_on: sent_on, split: split, use: best.use, way: best.way}) AS found
// The accounts paid there themselves; those openly connected with them bring them their own money.
CALL (d) {
  OPTIONAL MATCH (h:Account)-[use:PAID_THROUGH]->(d)
  WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
  OPTIONAL MATCH (h)-[:DECLARED_WITH]->(first:Account)
  WITH h, use, coalesce(first.id, h.id) AS party ORDER BY h.id, use.key
  RETURN collect(DISTINCT h) AS there, collect(use) AS there_uses, collect(DISTINCT party) AS home
}
WITH d, there, there_uses, [s IN found WHERE NOT s.party IN home] AS sources
// Money meets where it comes in from more than one side, or where one side splits it.
CALL (sources) {
  UNWIND sources AS s
  WITH s.party AS party, max(s.kept) AS kept, max(s.sent_on) AS sent_on, max(s.split) AS split,
       collect(nodes(s.way)[-2].id) AS sides
  WITH party, kept, sent_on, split, sides ORDER BY kept + split DESC, party
  RETURN collect(kept) AS kept, collect(sent_on) AS sent_on, collect(split) AS split, count(party) AS parties,
         reduce(all = [], each IN collect(sides) | all + each) AS all_sides
}
CALL (all_sides) {
  UNWIND all_sides AS side
  RETURN count(DISTINCT side) AS sides
}
WITH d, there, there_uses, sources, kept, sent_on, split, parties, sides
WHERE (parties >= 2 AND sides >= 2) OR any(s IN split WHERE s > 0)
CALL (d) {
  MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(d) WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled'
  RETURN count(DISTINCT q) AS payers
}
CALL (d) {
  OPTIONAL MATCH (d)-[t:TRANSFERRED_TO]->(q:PaymentAccount) WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled'
  RETURN count(DISTINCT q) AS payees
}
CALL (d) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(d)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
WITH d, there[..toInteger($most_there)] AS there, size(there) AS there_count, there_uses, sources,
     sources[..toInteger($most_sources)] AS shown, kept, sent_on, split, parties, sides, payers, payees, knowns, covered
CALL (sources) {
  UNWIND range(0, size(sources) - 1) AS place
  UNWIND relationships(sources[place].way) AS step
  WITH step, min(place) < toInteger($most_sources) AS is_shown
  WITH step, is_shown, startNode(step) AS x, endNode(step) AS y
  CALL (x, y) {
    MATCH (x)-[t:TRANSFERRED_TO]->(y) WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled'
    WITH t ORDER BY t._at, t.key
    RETURN collect(t) AS between
  }
  // MOVES_ON and SPLITS_TO may both go from the one to the other.
  WITH x, y, between, collect(step) AS steps, max(is_shown) AS is_shown
  WITH *, CASE WHEN is_shown THEN [x, y] ELSE [] END AS ends
  RETURN reduce(every = [], each IN collect(CASE WHEN is_shown THEN steps ELSE [] END) | every + each) AS steps,
         reduce(every = [], each IN collect(ends) | every + each) AS stops,
         {of: 'TRANSFERRED_TO', rows: sum(size(between)), first: min(between[0]._at), last: max(between[-1]._at)} AS counted,
         reduce(every = [], each IN collect(CASE WHEN is_shown THEN between[..toInteger($most_transfers)] ELSE [] END) |
           every + each) AS moved
}
CALL (sources) {
  UNWIND sources AS s
  UNWIND range(0, length(s.way)) AS place
  WITH nodes(s.way)[place] AS stop, place
  RETURN collect(DISTINCT stop.kind) AS kinds, collect(DISTINCT CASE WHEN place > 0 THEN stop.country END) AS countries_passed
}
CALL (sources) {
  UNWIND sources AS s
  WITH s.account AS a
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  RETURN collect(coalesce(then, a).country) AS countries
}
WITH *, CASE WHEN d.country IS NULL THEN [] ELSE countries END AS placed,
     [s IN shown | {id: s.account.id, party: s.party, weight: CASE WHEN s.kept >= s.split THEN s.kept ELSE s.split END}]
       + CASE WHEN there_count <= $most_there THEN [h IN there | {id: h.id, party: h.id, weight: 1.0}] ELSE [] END AS hands
RETURN d.id AS key,
       [d] + stops + knowns + [s IN shown | s.account]
         + CASE WHEN there_count <= $most_there THEN there ELSE [] END AS nodes,
       steps + moved + covered + [s IN shown | s.use]
         + CASE WHEN there_count <= $most_there THEN there_uses ELSE [] END AS relations,
       [counted, {of: 'Account', rows: size(sources) + there_count, first: null, last: null}] AS counted,
       reduce(all = [], i IN range(0, size(hands) - 2) | all + [j IN range(i + 1, size(hands) - 1)
         WHERE hands[i].party <> hands[j].party |
         {a: hands[i].id, b: hands[j].id,
          share: CASE WHEN hands[i].weight < hands[j].weight THEN hands[i].weight ELSE hands[j].weight END}])
         AS ties,
       {
         destination: d.id,
         kind: coalesce(d.kind, 'unknown'),
         holder_name: coalesce(d.holder_name, ''),
         accounts: size(sources),
         shown: size(shown),
         unrelated: parties,
         movers: size([k IN kept WHERE k > 0]),
         // As many as the strength takes, however few are cited.
         kept: kept[..40],
         sent_on: [s IN sent_on[..40] | round(1000 * s) / 1000],
         split: split[..40],
         splitters: size([s IN split WHERE s > 0]),
         sides: sides,
         hops: CASE WHEN size(sources) = 0 THEN 0
                    ELSE reduce(most = 0, s IN sources | CASE WHEN length(s.way) > most THEN length(s.way) ELSE most END) END,
         paid_there: there_count,
         payers: payers,
         payees: payees,
         transfers: counted.rows,
         kinds: kinds,
         countries: countries_passed,
         placed: size(placed),
         elsewhere: size([country IN placed WHERE country <> d.country]),
         watched_country: coalesce(d.country IN $watched_countries, false),
         // Its own payers aside: a team on a small platform is not what is usual there.
         usual_splitting: CASE WHEN $all_payers = 0 THEN 0.0
           ELSE toFloat($all_splitters - size([s IN split WHERE s > 0])) / $all_payers END,
         known_shared: [k IN knowns | k.reason]
       } AS facts
