// Finds: of the members of clusters, when the account was opened, as it stood then, and when it last logged in and last bid.
// Why:   who is still at work can still be stopped, and whose accounts are new is still growing.
// Cost:  one seek a member, then its sessions and its bids.
// Limits: what the platform does not log is not seen.
UNWIND $clusters AS cluster
UNWIND cluster.accounts AS id
MATCH (a:Account {id: id})
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH cluster, a, coalesce(then, a).created_at AS created
CALL (a) {
  MATCH (a)-[r:LOGGED_IN_FROM]->(:Ip) WHERE r._at <= $as_of
  RETURN max(r._at) AS login
}
CALL (a) {
  MATCH (a)-[r:BID_ON]->(j:Job) WHERE r._at <= $as_of
  RETURN max(r._at) AS bid
}
RETURN cluster.id AS cluster, a.id AS account, CASE WHEN created <= $as_of THEN created END AS created, login, bid
ORDER BY cluster, account
