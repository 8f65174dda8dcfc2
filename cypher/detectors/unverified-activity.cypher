// Finds: accounts that bid, were rated, were paid or posted jobs before they were verified, or without being so.
// Why:   nothing should happen on a new account before it is fully verified (M10).
// Cost:  one pass over bids, ratings, jobs and the payouts of unverified accounts.
// Limits: ratings that an account gives, and what it pays, are not counted. A platform that tells no times of verification has nothing to compare with: there, all of its
//         accounts are unverified, and then none is named.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated
WITH a, stated, coalesce(stated.verified_at, stated.video_verified_at) AS said
WITH a, stated, CASE WHEN said <= $as_of THEN said ELSE '~' END AS verified,
     CASE
       WHEN a.created_at IS NULL THEN '~'
       ELSE toString(datetime(a.created_at) + duration({days: toInteger($grace_days)}))
     END AS due,
     [u IN $usual WHERE u.peers = coalesce(stated.platform, '') + '|' + coalesce(stated.role, '')][0] AS peers
WHERE peers IS NOT NULL
CALL (a, verified, due) {
  MATCH (a)-[b:BID_ON]->(j:Job) WHERE b.submitted_at <= $as_of AND b.submitted_at < verified
  RETURN b.submitted_at AS at, b AS relation, [j] AS touched, 'bid' AS kind
UNION ALL
  MATCH (a)<-[r:RATED]-(:Account) WHERE r.rated_at <= $as_of AND r.rated_at < verified
  RETURN r.rated_at AS at, null AS relation, [] AS touched, 'rating' AS kind
UNION ALL
  MATCH (a)<-[p:POSTED_BY]-(j:Job) WHERE j.posted_at <= $as_of AND j.posted_at < verified
  RETURN j.posted_at AS at, p AS relation, [j] AS touched, 'job' AS kind
UNION ALL
  MATCH (a)-[use:PAID_THROUGH {purpose: 'payout'}]->(purse:PaymentAccount)
  WHERE coalesce(use._at, '') <= $as_of
    AND COUNT { (purse)<-[o:PAID_THROUGH]-() WHERE coalesce(o._at, startNode(o)._at, '') <= $as_of } <= $hub_accounts
  MATCH (purse)<-[t:TRANSFERRED_TO]-(payer:PaymentAccount)
  WHERE t.sent_at <= $as_of AND t.sent_at < verified AND t.sent_at >= coalesce(a.created_at, '')
    AND coalesce(t.status, 'settled') = 'settled'
  RETURN t.sent_at AS at, t AS relation, [purse, payer] AS touched, 'payment' AS kind
}
WITH a, peers, verified, due, at, relation, touched, kind
ORDER BY a.id, at, kind, relation.key
WITH a, peers, verified, collect({at: at, kind: kind, relation: relation, touched: touched, late: at > due}) AS acts
// What is usual is measured without payments, with the account itself; its peers are the others.
CALL (a) {
  RETURN EXISTS { (a)-[b:BID_ON]->(:Job) WHERE b.submitted_at <= $as_of }
    OR EXISTS { (a)<-[r:RATED]-(:Account) WHERE r.rated_at <= $as_of }
    OR EXISTS { (a)<-[:POSTED_BY]-(j:Job) WHERE j.posted_at <= $as_of } AS own
}
WITH *, any(x IN acts WHERE x.late AND x.kind <> 'payment') AS own_late
CALL (acts) {
  UNWIND acts AS x
  WITH {bid: 'BID_ON', rating: 'RATED', job: 'POSTED_BY', payment: 'TRANSFERRED_TO'}[x.kind] AS of, x.at AS at
  WITH of, count(*) AS rows, min(at) AS first, max(at) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
WITH a, peers, verified, acts, counted, own, own_late,
     [x IN acts WHERE x.relation IS NOT NULL][..toInteger($most_shown)] AS shown
RETURN a.id AS key,
       [a] + reduce(all = [], x IN shown | all + x.touched) AS nodes,
       [x IN shown | x.relation] AS relations,
       counted,
       {
         verified_at: CASE WHEN verified = '~' THEN null ELSE verified END,
         bids: size([x IN acts WHERE x.kind = 'bid']),
         ratings: size([x IN acts WHERE x.kind = 'rating']),
         jobs: size([x IN acts WHERE x.kind = 'job']),
         payments: size([x IN acts WHERE x.kind = 'payment']),
         overdue: size([x IN acts WHERE x.late]),
         early: size([x IN acts WHERE NOT x.late]),
         first_act: acts[0].at,
         others_active: peers.active - CASE WHEN own THEN 1 ELSE 0 END,
         others_late: peers.late - CASE WHEN own_late THEN 1 ELSE 0 END,
         peers_active: peers.active,
         peers_early: peers.early_share,
         peers_late: peers.late_share
       } AS facts
