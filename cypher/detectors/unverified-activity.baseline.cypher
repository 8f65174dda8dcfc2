// Measures: per platform and role, what share of the accounts that did anything did so unverified, within
//           the days that a check may take and after them.
// Cost:     one pass over bids, ratings and jobs.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated
WITH a, stated, coalesce(stated.verified_at, stated.video_verified_at) AS said
WITH a, stated, CASE WHEN said <= $as_of THEN said ELSE '~' END AS verified,
     CASE
       WHEN a.created_at IS NULL THEN '~'
       ELSE toString(datetime(a.created_at) + duration({days: toInteger($grace_days)}))
     END AS due
CALL (a, verified, due) {
  MATCH (a)-[b:BID_ON]->(:Job) WHERE b.submitted_at <= $as_of
  RETURN b.submitted_at AS at
UNION ALL
  MATCH (a)<-[r:RATED]-(:Account) WHERE r.rated_at <= $as_of
  RETURN r.rated_at AS at
UNION ALL
  MATCH (a)<-[:POSTED_BY]-(j:Job) WHERE j.posted_at <= $as_of
  RETURN j.posted_at AS at
}
WITH a, stated, count(at) AS acts, count(CASE WHEN at < verified THEN 1 END) AS unverified,
     count(CASE WHEN at < verified AND at > due THEN 1 END) AS overdue
WITH coalesce(stated.platform, '') + '|' + coalesce(stated.role, '') AS peers, count(a) AS active,
     count(CASE WHEN unverified > 0 THEN 1 END) AS early, count(CASE WHEN overdue > 0 THEN 1 END) AS late
ORDER BY peers
RETURN collect({
  peers: peers,
  active: active,
  early: early,
  late: late,
  early_share: round(1.0 * early / active, 4),
  late_share: round(1.0 * late / active, 4)
}) AS usual
