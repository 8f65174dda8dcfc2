// Finds: accounts outside of a cluster that hired its members, or paid into the payment accounts that are its own.
// Why:   each is a client who may have paid for work of somebody else than he thinks.
// Cost:  one seek a member, then its accepted bids; one a payment account ($purses of each cluster), then every transfer to it.
// Limits: a bid is as it was last said to be. A payer from whose payment account several accounts pay cannot be told; one who has no
//         account is not seen.
UNWIND $clusters AS cluster
CALL (cluster) {
  UNWIND cluster.accounts AS id
  MATCH (:Account {id: id})-[b:BID_ON]->(j:Job)-[:POSTED_BY]->(c:Account)
  WHERE b.status = 'accepted' AND coalesce(b._at, j._at, '') <= $as_of
  RETURN DISTINCT c.id AS client, 'hired' AS how
UNION
  UNWIND cluster.purses AS id
  MATCH (:PaymentAccount {id: id})<-[t:TRANSFERRED_TO]-(q:PaymentAccount)
  WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled' AND t.amount > 0
  WITH DISTINCT q
  CALL (q) {
    MATCH (q)<-[use:PAID_THROUGH {purpose: 'funding'}]-(c:Account)
    WHERE coalesce(use._at, c._at, '') <= $as_of
    WITH DISTINCT c LIMIT 2
    RETURN collect(c.id) AS payers
  }
  WITH payers WHERE size(payers) = 1
  RETURN DISTINCT payers[0] AS client, 'paid' AS how
}
WITH cluster, client, collect(how) AS how
WHERE NOT client IN cluster.accounts
RETURN cluster.id AS cluster, client, 'hired' IN how AS hired, 'paid' IN how AS paid
ORDER BY cluster, client
