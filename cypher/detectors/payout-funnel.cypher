// Finds: payment accounts at which the money of unrelated accounts meets: sent on from their payouts over at
//        most $max_hops hops, each keeping much of what came in, or sent there in small like pieces.
// Why:   careful teams give each account a wallet of its own; the money still has to come together, often
//        through companies or wallets in between (P9, C10, H2).
// Cost:  the ways that payout-funnel.sql found, and the first transfers of those shown.
// Limits: cash and transfers that the platform does not see; money that rests for months between two hops;
//         a firm that receives on one payment account and sends from another.
UNWIND $rows AS r
MATCH (x:PaymentAccount {id: r.payer})-[step:MOVES_ON|SPLITS_TO]->(y:PaymentAccount {id: r.payee})
WHERE type(step) = r.relation
WITH r, step, x, y ORDER BY r.place, r.account, r.way, r.step
WITH r.place AS place, r.account AS account, r.way AS way, head(collect(r)) AS r,
     collect({step: step, x: x, y: y, transfers: r.transfers, first: r.first_at, last: r.last_at}) AS steps
// A hop: the same care is taken at each, and a longer way must not look like less of it.
WITH *, r.relation = 'SPLITS_TO' AS splits, 1.0 / size(steps) AS a_hop
WITH *, CASE WHEN splits THEN 0.0 ELSE reduce(kept = 1.0, s IN steps | kept * s.step.score) ^ a_hop END AS kept,
     CASE WHEN splits THEN 0.0 ELSE reduce(sent = 1.0, s IN steps | sent * coalesce(s.step.share, s.step.score)) ^ a_hop END AS sent_on,
     CASE WHEN splits THEN steps[0].step.score ELSE 0.0 END AS split
WHERE splits OR kept >= $min_kept
WITH * ORDER BY place, account, kept + split DESC, way
WITH place, account, max(kept) AS kept, max(sent_on) AS most_sent_on, max(split) AS split,
     head(collect(r {.party, .payout, .use_key, .country, steps: steps, sent_on: sent_on})) AS best, head(collect(r)) AS r
WITH place, r, best {account: account, .party, .payout, .use_key, .country, .steps, kept: kept, split: split,
       sent_on: CASE WHEN best.sent_on > 0 THEN best.sent_on ELSE most_sent_on END} AS s
ORDER BY place, s.kept + s.split DESC, s.account
WITH place, head(collect(r)) AS r, collect(s) AS sources
CALL (sources) {
  UNWIND sources AS s
  WITH s.party AS party, max(s.kept) AS kept, max(s.sent_on) AS sent_on, max(s.split) AS split
  ORDER BY kept + split DESC, party
  RETURN collect(kept) AS kept, collect(sent_on) AS sent_on, collect(split) AS split, count(party) AS parties
}
WITH *, COUNT { UNWIND sources AS s RETURN DISTINCT s.steps[-1].x } AS sides
WHERE (parties >= 2 AND sides >= 2) OR any(s IN split WHERE s > 0)
MATCH (d:PaymentAccount {id: place})
CALL (d, r) {
  // More than a few are customers.
  OPTIONAL MATCH (h:Account)-[use:PAID_THROUGH]->(d)
  WHERE r.paid_there <= $most_there AND coalesce(use._at, h._at, '') <= $as_of
  RETURN collect(DISTINCT h) AS there, collect(use) AS there_uses
}
CALL (sources) {
  UNWIND sources[..toInteger($most_sources)] AS s
  MATCH (a:Account {id: s.account})-[use:PAID_THROUGH {key: s.use_key}]->(:PaymentAccount {id: s.payout})
  RETURN collect(a) AS accounts, collect(use) AS uses
}
CALL (sources) {
  UNWIND range(0, size(sources) - 1) AS nth
  UNWIND sources[nth].steps AS s
  // MOVES_ON and SPLITS_TO may both go from the one to the other.
  WITH s.x AS x, s.y AS y, head(collect(s)) AS s, min(nth) < $most_sources AS is_shown, collect(s.step) AS steps
  CALL (x, y, is_shown) {
    MATCH (x)-[t:TRANSFERRED_TO]->(y) WHERE is_shown AND t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled'
    WITH t ORDER BY t._at, t.key LIMIT toInteger($most_transfers)
    RETURN collect(t) AS moved
  }
  WITH *, CASE WHEN is_shown THEN {relations: steps + moved, nodes: [x, y]} ELSE {relations: [], nodes: []} END AS leg
  RETURN reduce(all = [], l IN collect(leg) | all + l.relations) AS moves,
         reduce(all = [], l IN collect(leg) | all + l.nodes) AS stops,
         collect(DISTINCT y.country) AS countries, collect(DISTINCT x.kind) + collect(DISTINCT y.kind) AS kinds,
         {of: 'TRANSFERRED_TO', rows: sum(s.transfers), first: min(s.first), last: max(s.last)} AS counted
}
WITH *, [(known:KnownShared)-[covers:COVERS]->(d) | {known: known, covers: covers}] AS lists,
     sources[..toInteger($most_sources)] AS shown,
     CASE WHEN d.country IS NULL THEN [] ELSE [s IN sources WHERE s.country IS NOT NULL | s.country] END AS placed
WITH *, [s IN shown | {id: s.account, party: s.party, weight: CASE WHEN s.kept >= s.split THEN s.kept ELSE s.split END}]
          + [h IN there | {id: h.id, party: h.id, weight: 1.0}] AS hands
RETURN place AS key,
       [d] + stops + accounts + there + [l IN lists | l.known] AS nodes,
       moves + uses + there_uses + [l IN lists | l.covers] AS relations,
       [counted, {of: 'Account', rows: size(sources) + r.paid_there, first: null, last: null}] AS counted,
       reduce(all = [], i IN range(0, size(hands) - 2) | all + [h IN hands[i + 1..] WHERE hands[i].party <> h.party |
         {a: hands[i].id, b: h.id, share: CASE WHEN hands[i].weight < h.weight THEN hands[i].weight ELSE h.weight END}]) AS ties,
       {
         destination: place, kind: coalesce(d.kind, 'unknown'), holder_name: coalesce(d.holder_name, ''),
         accounts: size(sources), shown: size(shown), unrelated: parties, movers: size([k IN kept WHERE k > 0]),
         // As many as the strength takes, however few are cited.
         kept: kept[..40], sent_on: [s IN sent_on[..40] | round(1000 * s) / 1000], split: split[..40],
         splitters: size([s IN split WHERE s > 0]), sides: sides,
         hops: reduce(most = 0, s IN sources | CASE WHEN size(s.steps) > most THEN size(s.steps) ELSE most END),
         paid_there: r.paid_there, payers: r.payers, payees: r.payees, transfers: counted.rows,
         kinds: COLLECT { UNWIND kinds AS kind RETURN DISTINCT kind }, countries: countries,
         placed: size(placed), elsewhere: size([country IN placed WHERE country <> d.country]),
         watched_country: coalesce(d.country IN $watched_countries, false),
         // Its own payers aside: a team on a small platform is not what is usual there.
         usual_splitting: CASE WHEN $all_payers = 0 THEN 0.0
           ELSE toFloat($all_splitters - size([s IN split WHERE s > 0])) / $all_payers END,
         known_shared: [l IN lists | l.known.reason]
       } AS facts
