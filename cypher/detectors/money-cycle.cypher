// Finds: money that comes back nearly whole to where it began over three hands and more, and payments of one
//        size, out of line with each payer's others, that go from hand to hand.
// Why:   passing a sum on through others hides where it ends and makes turnover that was never earned
//        (C10, P9).
// Cost:  groups CIRCLES_TO and PASSES_TO, which are few, by the run that each belongs to.
// Limits: sums that are parted or joined on the way; rests longer than the windows of the inference; two
//         hands that pay each other are no circle.
MATCH (x:PaymentAccount)-[step:CIRCLES_TO|PASSES_TO]->(y:PaymentAccount)
WITH step.reason AS run, step, x, y ORDER BY type(step), step.score DESC, step.key
WITH run, collect(step) AS steps, collect(x) + collect(y) AS both
WHERE size(steps) >= 2
CALL (both) {
  UNWIND both AS p
  WITH DISTINCT p
  OPTIONAL MATCH (known:KnownShared)-[:COVERS]->(p)
  WITH p, count(known) AS known
  ORDER BY p.id
  RETURN collect(p.id) AS stops, sum(CASE WHEN known > 0 THEN 1 ELSE 0 END) AS known_shared
}
WITH run, steps, stops, known_shared, steps[..toInteger($most_steps)] AS shown
CALL (shown) {
  UNWIND shown AS step
  WITH startNode(step) AS x, endNode(step) AS y
  MATCH (x)-[t:TRANSFERRED_TO]->(y) WHERE t._at <= $as_of
  WITH x, y, t ORDER BY t._at, t.key
  WITH x, y, collect(t) AS between
  RETURN collect(x) + collect(y) AS purses, sum(size(between)) AS transfers,
         reduce(every = [], each IN collect(between[..toInteger($most_transfers)]) | every + each) AS moved
}
CALL (purses) {
  UNWIND purses AS p
  WITH DISTINCT p
  OPTIONAL MATCH (a:Account)-[use:PAID_THROUGH]->(p) WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
  WITH p, a, use ORDER BY p.id, a.id, use.key
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(first:Account)
  RETURN collect(DISTINCT p) AS stops_shown, collect(DISTINCT a) AS accounts, collect(use) AS uses,
         count(DISTINCT coalesce(first.id, a.id)) AS parties
}
RETURN stops[0] AS key,
       stops_shown + accounts AS nodes,
       shown + moved + uses AS relations,
       {
         first: stops[0],
         payment_accounts: size(stops),
         accounts: size(accounts),
         unrelated: parties,
         steps: size(steps),
         closed: size([s IN steps WHERE type(s) = 'CIRCLES_TO']),
         scores: [s IN shown | s.score],
         transfers: transfers,
         known_shared: known_shared,
         usual_passing: $usual_passing
       } AS facts
