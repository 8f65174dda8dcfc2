// Finds: clients who rate a developer highly while both are paid through one payment account, or through accounts
//        that meet within two hops: the developer's money comes back to the client, or both send theirs to one
//        place that few others use.
// Why:   a fraudulent client account that lifts a developer's rating pays itself (P5, M6).
// Cost:  per developer one look at where its payouts send money; per client one at what its own accounts do.
// Limits: money that meets after more than two hops (payout-funnel looks further) or where many meet; what both
//         openly are to each other (DECLARED_WITH) and known shared accounts weigh next to nothing.
MATCH (c:Account)-[r:RATED]->(d:Account)
WHERE c <> d AND coalesce(r._at, '') <= $as_of
  AND r.score - coalesce(r.scale_min, 1) >=
      $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
WITH d, c, r ORDER BY d.id, c.id, r.key
WITH d, c, collect(r) AS ratings
WITH d, collect({client: c, ratings: ratings}) AS raters
// Where the developer's money goes; what many use is no place to meet.
CALL (d) {
  OPTIONAL MATCH (d)-[v:PAID_THROUGH]->(p:PaymentAccount)-[t:TRANSFERRED_TO]->(x:PaymentAccount)
  WHERE coalesce(v._at, startNode(v)._at, '') <= $as_of AND coalesce(t._at, '') <= $as_of
    AND coalesce(t.status, 'settled') = 'settled'
  // The degree is stored; only hubs of today are counted, and no further than need be.
  WITH DISTINCT d, x, COUNT { (x)-[:TRANSFERRED_TO]-() } AS degree
  WHERE NOT EXISTS { (d)-[o:PAID_THROUGH]->(x) WHERE coalesce(o._at, d._at, '') <= $as_of }
    AND CASE
      WHEN degree <= $hub_transfers THEN true
      WHEN $as_of >= '9999' THEN false
      ELSE COUNT { MATCH (x)-[o:TRANSFERRED_TO]-() WHERE coalesce(o._at, '') <= $as_of
                   RETURN o LIMIT toInteger($hub_transfers) + 1 } <= $hub_transfers
    END
  RETURN collect(DISTINCT x) AS places
}
UNWIND raters AS rater
WITH d, places, rater.client AS c, rater.ratings AS ratings
CALL (c, d, places) {
  MATCH (c)-[u:PAID_THROUGH]->(p:PaymentAccount)<-[v:PAID_THROUGH]-(d)
  WHERE coalesce(u._at, startNode(u)._at, '') <= $as_of AND coalesce(v._at, startNode(v)._at, '') <= $as_of
  RETURN 'same' AS how, p AS meeting, [p] AS stops, [u, v] AS way, [] AS told, null AS back
UNION
  // Straight back. What the developer pays for a job of its own, and what the platform returns, is not meant.
  MATCH (d)-[v:PAID_THROUGH]->(q:PaymentAccount)-[t:TRANSFERRED_TO]->(p:PaymentAccount)<-[u:PAID_THROUGH]-(c)
  WHERE q <> p AND coalesce(u._at, startNode(u)._at, '') <= $as_of AND coalesce(v._at, startNode(v)._at, '') <= $as_of
    AND coalesce(t._at, '') <= $as_of AND coalesce(t.status, 'settled') = 'settled'
    AND coalesce(t.initiated_by, '') <> 'platform'
    AND NOT EXISTS { (d)-[o:PAID_THROUGH]->(p) WHERE coalesce(o._at, d._at, '') <= $as_of }
    AND NOT EXISTS { (c)-[o:PAID_THROUGH]->(q) WHERE coalesce(o._at, c._at, '') <= $as_of }
    AND NOT EXISTS { (:Job {id: t.job_id})-[:POSTED_BY]->(d) }
  WITH p, q, u, v, t ORDER BY t._at, t.key
  WITH p, q, collect(DISTINCT u) + collect(DISTINCT v) AS uses, collect(t) AS moved
  CALL (p, q) {
    MATCH (p)-[paid:TRANSFERRED_TO]->(q)
    WHERE coalesce(paid._at, '') <= $as_of AND coalesce(paid.status, 'settled') = 'settled'
    RETURN sum(paid.amount) AS paid
  }
  RETURN 'back' AS how, p AS meeting, [p, q] AS stops, uses + moved[..toInteger($shown_transfers)] AS way, moved AS told,
         CASE WHEN paid > 0
           THEN reduce(sum = 0.0, t IN moved | sum + coalesce(t.amount, 0.0)) / paid END AS back
UNION
  // Back by way of one account between. What pays for a job is somebody's hiring, and not meant.
  MATCH (c)-[u:PAID_THROUGH]->(p:PaymentAccount)<-[t2:TRANSFERRED_TO]-(x:PaymentAccount)
  WHERE x IN places AND coalesce(u._at, startNode(u)._at, '') <= $as_of AND coalesce(t2._at, '') <= $as_of
    AND coalesce(t2.status, 'settled') = 'settled' AND NOT EXISTS { (c)-[o:PAID_THROUGH]->(x) WHERE coalesce(o._at, c._at, '') <= $as_of }
    AND NOT EXISTS { (d)-[o:PAID_THROUGH]->(p) WHERE coalesce(o._at, d._at, '') <= $as_of }
  MATCH (d)-[v:PAID_THROUGH]->(q:PaymentAccount)-[t1:TRANSFERRED_TO]->(x)
  WHERE coalesce(v._at, startNode(v)._at, '') <= $as_of AND coalesce(t1._at, '') <= $as_of
    AND coalesce(t1._at, '') <= coalesce(t2._at, '9999') AND t1.job_id IS NULL AND t2.job_id IS NULL
    AND coalesce(t1.status, 'settled') = 'settled'
  WITH p, q, x, u, v, t1, t2 ORDER BY t1._at, t1.key, t2.key
  WITH p, q, x, collect(DISTINCT u) + collect(DISTINCT v) AS uses, collect(DISTINCT t1) AS first,
       collect(DISTINCT t2) AS second
  RETURN 'back by way of' AS how, x AS meeting, [p, q, x] AS stops,
         uses + first[..toInteger($shown_transfers)] + second[..toInteger($shown_transfers)] AS way,
         first + second AS told, null AS back
UNION
  // Both to one place.
  MATCH (c)-[u:PAID_THROUGH]->(p:PaymentAccount)-[t2:TRANSFERRED_TO]->(x:PaymentAccount)
  WHERE x IN places AND coalesce(u._at, startNode(u)._at, '') <= $as_of AND coalesce(t2._at, '') <= $as_of
    AND coalesce(t2.status, 'settled') = 'settled' AND t2.job_id IS NULL
    AND NOT EXISTS { (c)-[o:PAID_THROUGH]->(x) WHERE coalesce(o._at, c._at, '') <= $as_of }
    AND NOT EXISTS { (d)-[o:PAID_THROUGH]->(p) WHERE coalesce(o._at, d._at, '') <= $as_of }
  MATCH (d)-[v:PAID_THROUGH]->(q:PaymentAccount)-[t1:TRANSFERRED_TO]->(x)
  WHERE q <> p AND coalesce(v._at, startNode(v)._at, '') <= $as_of AND coalesce(t1._at, '') <= $as_of AND t1.job_id IS NULL
    AND coalesce(t1.status, 'settled') = 'settled'
  WITH p, q, x, u, v, t1, t2 ORDER BY t1._at, t1.key, t2._at, t2.key
  WITH p, q, x, collect(DISTINCT u) + collect(DISTINCT v) AS uses, collect(DISTINCT t1) AS first,
       collect(DISTINCT t2) AS second
  RETURN 'both to' AS how, x AS meeting, [p, q, x] AS stops,
         uses + first[..toInteger($shown_transfers)] + second[..toInteger($shown_transfers)] AS way,
         first + second AS told, null AS back
}
// How many others are paid there, or send and get money there.
CALL (meeting) {
  OPTIONAL MATCH (meeting)<-[w:PAID_THROUGH]-(h:Account) WHERE coalesce(w._at, startNode(w)._at, '') <= $as_of
  RETURN count(DISTINCT h) AS holders
}
CALL (meeting) {
  OPTIONAL MATCH (meeting)-[t:TRANSFERRED_TO]-(q:PaymentAccount) WHERE coalesce(t._at, '') <= $as_of
  RETURN count(DISTINCT q) AS partners
}
CALL (meeting) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(meeting)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
WITH c, d, ratings, how, meeting, stops, way, told, back, holders, partners, knowns, covered,
     EXISTS { (c)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(d) } AS declared
WITH *, CASE how WHEN 'same' THEN 0 WHEN 'back' THEN 1 WHEN 'back by way of' THEN 2 ELSE 3 END AS rank
ORDER BY c.id, d.id, rank, size(knowns), holders, partners, meeting.id
WITH c, d, ratings, declared,
     reduce(all = [], t IN collect(told) | all + t) AS told,
     collect({how: how, meeting: meeting, stops: stops, way: way, back: back, holders: holders,
              partners: partners, knowns: knowns, covered: covered})[..toInteger($shown_ways)] AS ways
WITH c, collect({developer: d, ratings: ratings, declared: declared, ways: ways}) AS tied,
     reduce(all = [], x IN collect(ratings + told) | all + x) AS told
CALL (told) {
  UNWIND told AS r
  WITH DISTINCT r
  WITH type(r) AS of, count(r) AS rows, min(r._at) AS first, max(r._at) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
RETURN c.id AS key,
       [c] + [x IN tied | x.developer]
         + reduce(all = [], x IN tied | all + reduce(more = [], w IN x.ways | more + w.stops + w.knowns)) AS nodes,
       reduce(all = [], x IN tied | all + x.ratings[..toInteger($shown_transfers)]
         + reduce(more = [], w IN x.ways | more + w.way + w.covered)) AS relations,
       counted,
       [x IN tied | {a: c.id, b: x.developer.id,
         share: CASE WHEN x.declared THEN 0.1 WHEN x.ways[0].how = 'same' THEN 1.0
                     WHEN x.ways[0].how = 'both to' THEN 0.6 ELSE 0.9 END}] AS ties,
       {
         client: c.id,
         ratings: reduce(n = 0, x IN tied | n + size(x.ratings)),
         developers: [x IN tied | {
           developer: x.developer.id, how: x.ways[0].how, where: x.ways[0].meeting.id, back: x.ways[0].back,
           holders: x.ways[0].holders, partners: x.ways[0].partners, openly_connected: x.declared,
           known_shared: [k IN x.ways[0].knowns | k.reason]}]
       } AS facts
