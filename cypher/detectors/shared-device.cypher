// Finds: devices that several accounts are used on, and how often the device passes from one to another.
// Why:   one hand at one machine logs in to each of its accounts in turn (P2).
// Cost:  one pass over LOGGED_IN_ON, sorted by time within a device.
// Limits: a machine sold on passes from one account to the next once; what counts is coming back.
MATCH (d:Device)
WHERE COUNT { (d)<-[:LOGGED_IN_ON]-() } > 1
MATCH (d)<-[session:LOGGED_IN_ON]-(a:Account)
WHERE session.started_at <= $as_of
WITH d, session, a ORDER BY d.id, session.started_at, a.id
WITH d, collect(session) AS sessions, collect(a.id) AS turns, collect(DISTINCT a) AS accounts
WHERE size(accounts) > 1
WITH d, sessions, accounts,
     size([k IN range(1, size(turns) - 1) WHERE turns[k] <> turns[k - 1]]) AS passes
CALL (accounts) {
  UNWIND accounts AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  RETURN count(DISTINCT coalesce(group.id, a.id)) AS parties
}
CALL (d) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(d)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
RETURN d.id AS key,
       [d] + accounts + knowns AS nodes,
       sessions + covered AS relations,
       {
         device: d.id,
         kind: coalesce(d.kind, 'device'),
         accounts: size(accounts),
         unrelated: parties,
         sessions: size(sessions),
         returns: passes - (size(accounts) - 1),
         remote_access: coalesce(d.remote_access, []),
         known_shared: [k IN knowns | k.reason]
       } AS facts
