// Finds: addresses from which several accounts worked, and in how many hours at least two were at work.
// Why:   a team in one room shows one address to the platform (P2).
// Cost:  one pass over LOGGED_IN_FROM; hours are counted per address, so it is linear in session hours.
// Limits: addresses with more than $hub_accounts accounts are left out (they tell nothing); a session
//         counts for 48 hours at most; two sessions in one hour need not have been at the same minute.
MATCH (i:Ip)
WHERE COUNT { (i)<-[:LOGGED_IN_FROM]-() } > 1
MATCH (i)<-[session:LOGGED_IN_FROM]-(a:Account)
WHERE session.started_at <= $as_of
WITH i, collect(session) AS sessions, collect(DISTINCT a) AS accounts
WHERE size(accounts) > 1 AND size(accounts) <= $hub_accounts
CALL (sessions) {
  UNWIND sessions AS session
  WITH startNode(session) AS account,
       datetime(session.started_at).epochSeconds / 3600 AS first,
       CASE
         WHEN session.ended_at IS NULL OR session.ended_at > $as_of THEN session.started_at
         ELSE session.ended_at
       END AS ended
  WITH account, first, datetime(ended).epochSeconds / 3600 AS last
  UNWIND range(first, CASE WHEN last > first + 47 THEN first + 47 WHEN last < first THEN first ELSE last END) AS hour
  WITH hour, count(DISTINCT account) AS present
  WHERE present > 1
  RETURN count(hour) AS hours_together, coalesce(max(present), 0) AS most_at_once
}
CALL (accounts) {
  UNWIND accounts AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  RETURN count(DISTINCT coalesce(group.id, a.id)) AS parties
}
CALL (i) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(i)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
RETURN i.id AS key,
       [i] + accounts + knowns AS nodes,
       sessions + covered AS relations,
       {
         ip: i.id,
         kind: coalesce(i.kind, 'unknown'),
         network: coalesce(i.as_name, ''),
         accounts: size(accounts),
         unrelated: parties,
         sessions: size(sessions),
         hours_together: hours_together,
         most_at_once: most_at_once,
         known_shared: [k IN knowns | k.reason]
       } AS facts
