// Finds: which accounts use some things (machines, addresses, payment accounts, identity papers, places of delivery,
//        companies and persons), the first row that says so of each, and why many who are strangers may share one.
// Why:   a run keeps it of what holds its clusters, so that a later one can tell who has come to use it, though the
//        graph has changed meanwhile.
// Cost:  a seek a thing, then its uses; a thing with more than $most_rows of them is read no further than to count.
// Limits: an IPv6 address stands for its /64, as one household gets it whole. A payment account into which nobody is paid
//         is used by those whose own payment account sends to it. What an account merely says of itself is not looked at.
UNWIND $things AS thing
CALL (thing) {
  WITH thing WHERE thing.type = 'device'
  MATCH (d:Device {id: thing.id})
  WHERE COUNT { (d)<-[:LOGGED_IN_ON]-() } <= $most_rows
  MATCH (d)<-[r:LOGGED_IN_ON]-(a:Account) WHERE r.started_at <= $as_of
  RETURN a.id AS account, r, r.started_at AS at
UNION ALL
  WITH thing WHERE thing.type = 'ip'
  MATCH (own:Ip {id: thing.id})
  CALL (own) {
    WITH own WHERE own._order STARTS WITH '6'
    MATCH (i:Ip) WHERE i._order STARTS WITH left(own._order, 17)
    RETURN i
  UNION
    RETURN own AS i
  }
  WITH i WHERE COUNT { (i)<-[:LOGGED_IN_FROM]-() } <= $most_rows
  MATCH (i)<-[r:LOGGED_IN_FROM]-(a:Account) WHERE r.started_at <= $as_of
  RETURN a.id AS account, r, r.started_at AS at
UNION ALL
  WITH thing WHERE thing.type = 'payment_account'
  MATCH (p:PaymentAccount {id: thing.id})
  WHERE COUNT { (p)<-[:PAID_THROUGH]-() } <= $most_rows
  MATCH (p)<-[r:PAID_THROUGH]-(a:Account) WHERE coalesce(r._at, a._at, '') <= $as_of
  RETURN a.id AS account, r, r.first_used_at AS at
UNION ALL
  WITH thing WHERE thing.type = 'payment_account'
  MATCH (p:PaymentAccount {id: thing.id})
  WHERE NOT EXISTS { (p)<-[:PAID_THROUGH]-() } AND COUNT { (p)<-[:TRANSFERRED_TO]-() } <= $most_rows
  MATCH (p)<-[r:TRANSFERRED_TO]-(:PaymentAccount)<-[use:PAID_THROUGH]-(a:Account)
  WHERE r._at <= $as_of AND coalesce(use.purpose, 'payout') = 'payout'
  RETURN a.id AS account, r, r._at AS at
UNION ALL
  WITH thing WHERE thing.type = 'document'
  MATCH (:Document {id: thing.id})-[:SAME_PAPER*0..2]-(d:Document)
  WITH DISTINCT d
  MATCH (d)-[r:HANDED_IN_BY]->(a:Account) WHERE coalesce(d.submitted_at, '') <= $as_of
  RETURN a.id AS account, r, d.submitted_at AS at
UNION ALL
  WITH thing WHERE thing.type = 'shipment'
  MATCH (:Shipment {id: thing.id})-[:SAME_DELIVERY*0..2]-(s:Shipment)
  WITH DISTINCT s WHERE coalesce(s.requested_at, '') <= $as_of
  CALL (s) {
    MATCH (s)-[r:SHIPPED_TO]->(a:Account) RETURN a, r, s.requested_at AS at
  UNION ALL
    MATCH (s)-[r:SAME_DELIVERY]->(a:Account) RETURN a, r, a.created_at AS at
  }
  RETURN a.id AS account, r, at
UNION ALL
  WITH thing WHERE thing.type IN ['company', 'person']
  MATCH (n:Company|Person {id: thing.id})-[r:LINKED_TO|SAME_CONTACT]-(a:Account)
  WHERE coalesce(r._at, a._at, '') <= $as_of
    AND labels(n)[0] = CASE thing.type WHEN 'company' THEN 'Company' ELSE 'Person' END
  RETURN a.id AS account, r, r._at AS at
}
// The first row alone is carried along: a machine has thousands of sessions.
WITH thing, account, min([coalesce(at, ''), r.key, elementId(r)]) AS first
ORDER BY account
WITH thing, collect({account: account, since: first[0], row: first[2]}) AS everyone
WITH thing, size(everyone) AS users, everyone[..toInteger($most_users)] AS shown
CALL (shown) {
  UNWIND shown AS use
  MATCH ()-[r]->() WHERE elementId(r) = use.row
  RETURN collect({account: use.account, since: use.since, row: r, from: startNode(r), to: endNode(r)}) AS uses
}
CALL (thing) {
  MATCH (n:Device|Ip|PaymentAccount|Document {id: thing.id})<-[:COVERS]-(:KnownShared)
  WHERE thing.type IN ['device', 'ip', 'payment_account', 'document']
  RETURN count(n) AS covered
}
CALL (thing) {
  MATCH (s:Shipment {id: thing.id})-[:SAME_DELIVERY]->(:KnownShared)
  WHERE thing.type = 'shipment'
  RETURN count(s) AS delivered
}
CALL (thing) {
  OPTIONAL MATCH (i:Ip {id: thing.id}) WHERE thing.type = 'ip'
  RETURN i.kind AS kind
}
RETURN thing.type AS type, thing.id AS id, users, uses, covered + delivered > 0 AS known, kind
ORDER BY type, id
