// Finds: clients who rate a developer highly while both are paid through one payment account, or through accounts
//        that meet within two hops: the developer's money comes back to the client, or both send theirs to one
//        place that few others use.
// Why:   a fraudulent client account that lifts a developer's rating pays itself (P5, M6).
// Cost:  the ways that self-rating.sql found, and the ratings of those alone.
// Limits: money that meets after more than two hops (payout-funnel looks further) or where many meet; what both
//         openly are to each other (DECLARED_WITH) and known shared accounts weigh next to nothing.
UNWIND $rows AS r
MATCH (c:Account {id: r.client}), (d:Account {id: r.developer}), (meeting:PaymentAccount {id: r.meeting}),
      (p:PaymentAccount {id: r.p}), (q:PaymentAccount {id: r.q})
OPTIONAL MATCH (:PaymentAccount {id: r.payer})-[t:TRANSFERRED_TO {key: r.key}]->(:PaymentAccount {id: r.payee})
WITH c, d, meeting, p, q, r.way AS nth, head(collect(r)) AS r, collect(t) AS moved
CALL (c, d, p, q, r) {
  MATCH (c)-[u:PAID_THROUGH]->(p), (d)-[v:PAID_THROUGH]->(q)
  WHERE coalesce(u._at, c._at, '') <= $as_of AND u.key = coalesce(r.client_use, u.key)
    AND coalesce(v._at, d._at, '') <= $as_of AND v.key = coalesce(r.developer_use, v.key)
  RETURN collect(DISTINCT u) + collect(DISTINCT v) AS uses
}
// Of what the client paid there, how much came straight back.
CALL (d, p, q, r) {
  OPTIONAL MATCH (q)-[t:TRANSFERRED_TO]->(p)
  WHERE r.rank = 1 AND coalesce(t._at, '') <= $as_of AND coalesce(t.status, 'settled') = 'settled'
    AND coalesce(t.initiated_by, '') <> 'platform' AND NOT EXISTS { (:Job {id: t.job_id})-[:POSTED_BY]->(d) }
  WITH p, q, t ORDER BY t._at, t.key
  WITH p, q, sum(coalesce(t.amount, 0.0)) AS returned
  OPTIONAL MATCH (p)-[paid:TRANSFERRED_TO]->(q)
  WHERE coalesce(paid._at, '') <= $as_of AND coalesce(paid.status, 'settled') = 'settled'
  WITH returned, sum(paid.amount) AS paid
  RETURN CASE WHEN r.rank = 1 AND paid > 0 THEN returned / paid END AS back
}
WITH *, [(known:KnownShared)-[covers:COVERS]->(meeting) | {known: known, covers: covers}] AS lists
ORDER BY c.id, d.id, nth
WITH c, d, head(collect(r)) AS r,
     collect({how: ['same', 'back', 'back by way of', 'both to'][r.rank], where: meeting.id, back: back,
              holders: r.holders, partners: r.partners, known_shared: [l IN lists | l.known.reason],
              nodes: [meeting, p, q] + [l IN lists | l.known],
              relations: uses + moved + [l IN lists | l.covers]}) AS ways
CALL (c, d) {
  MATCH (c)-[rated:RATED]->(d)
  WHERE coalesce(rated._at, '') <= $as_of AND rated.score - coalesce(rated.scale_min, 1) >=
          $high_share * (coalesce(rated.scale_max, 5) - coalesce(rated.scale_min, 1))
  WITH rated ORDER BY rated.key
  RETURN collect(rated) AS ratings, min(rated._at) AS first_rated, max(rated._at) AS last_rated
}
WITH *, ways[0] AS best, EXISTS { (c)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(d) } AS declared
ORDER BY d.id
WITH c, head(collect(r)) AS r,
     sum(size(ratings)) AS rated, min(first_rated) AS first_rated, max(last_rated) AS last_rated,
     collect({developer: d, ways: ways, ratings: ratings[..toInteger($shown_transfers)]}) AS tied,
     collect({a: c.id, b: d.id, share: CASE WHEN declared THEN 0.1 WHEN best.how = 'same' THEN 1.0
                                            WHEN best.how = 'both to' THEN 0.6 ELSE 0.9 END}) AS ties,
     collect(best {developer: d.id, .how, .where, .back, .holders, .partners, openly_connected: declared,
                   .known_shared}) AS developers
RETURN c.id AS key,
       [c] + reduce(all = [], x IN tied | all + x.developer + reduce(more = [], w IN x.ways | more + w.nodes)) AS nodes,
       reduce(all = [], x IN tied | all + x.ratings + reduce(more = [], w IN x.ways | more + w.relations)) AS relations,
       [{of: 'RATED', rows: rated, first: first_rated, last: last_rated},
        {of: 'TRANSFERRED_TO', rows: r.transfers, first: r.first_at, last: r.last_at}] AS counted,
       ties,
       {client: c.id, ratings: rated, developers: developers} AS facts
