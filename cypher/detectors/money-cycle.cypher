// Finds: money that comes back nearly whole to where it began over three hands and more, and payments of one
//        size, out of line with each payer's others, that go from hand to hand.
// Why:   passing a sum on through others hides where it ends and makes turnover that was never earned
//        (C10, P9).
// Cost:  groups CIRCLES_TO and PASSES_TO, which are few, by the run that each belongs to.
// Limits: sums that are parted or joined on the way; rests longer than the windows of the inference; two
//         hands that pay each other are no circle.
MATCH (x:PaymentAccount)-[step:CIRCLES_TO|PASSES_TO]->(y:PaymentAccount)
WITH last(split(step.reason, 'with the run of ')) AS run, step, x, y ORDER BY type(step), step.score DESC, step.key
WITH run, collect(step) AS steps, collect(x) + collect(y) AS both
WHERE size(steps) >= 2
CALL (both) {
  UNWIND both AS p
  WITH DISTINCT p
  OPTIONAL MATCH (known:KnownShared)-[:COVERS]->(p)
  WITH p, count(known) AS known
  ORDER BY p.id
  RETURN collect(p.id) AS stops, collect(DISTINCT p.kind) AS kinds, sum(CASE WHEN known > 0 THEN 1 ELSE 0 END) AS known_shared
}
WITH run, steps, stops, kinds, known_shared, steps[..toInteger($most_steps)] AS shown
CALL (steps, shown) {
  UNWIND steps AS step
  WITH step, step IN shown AS is_shown, startNode(step) AS x, endNode(step) AS y
  // What else the one sent the other was not passed on.
  MATCH (x)-[t:TRANSFERRED_TO]->(y)
  WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled' AND (step.transfers IS NULL OR t.key IN step.transfers)
  // Two steps may go from the one to the other.
  WITH x, y, t, max(is_shown) AS is_shown ORDER BY t._at, t.key
  WITH x, y, collect(t) AS between, max(is_shown) AS is_shown
  RETURN collect(CASE WHEN is_shown THEN x END) + collect(CASE WHEN is_shown THEN y END) AS purses,
         {of: 'TRANSFERRED_TO', rows: sum(size(between)), first: min(between[0]._at), last: max(between[-1]._at)} AS counted,
         reduce(every = [], each IN collect(CASE WHEN is_shown THEN between[..toInteger($most_transfers)] ELSE [] END) |
           every + each) AS moved
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
       [counted,
        {of: 'CIRCLES_TO', rows: size([s IN steps WHERE type(s) = 'CIRCLES_TO']), first: null, last: null},
        {of: 'PASSES_TO', rows: size([s IN steps WHERE type(s) = 'PASSES_TO']), first: null, last: null}] AS counted,
       {
         first: stops[0],
         payment_accounts: size(stops),
         accounts: size(accounts),
         unrelated: parties,
         steps: size(steps),
         closed: size([s IN steps WHERE type(s) = 'CIRCLES_TO']),
         scores: [s IN shown | s.score],
         transfers: counted.rows,
         kinds: kinds,
         known_shared: known_shared,
         usual_passing: $usual_passing
       } AS facts
