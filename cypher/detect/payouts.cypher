// Finds: into which payment accounts some accounts are paid, since when, and when each was last seen in use.
// Why:   a run keeps it of its clusters, so that a later one can tell who is paid elsewhere than before, though the graph
//        has changed meanwhile.
// Cost:  one seek an account, then its uses; the transfers of a payment account are read only where the row does not
//        say when it was last used, and not of one with more than $most_counted.
// Limits: where neither the row nor a transfer says it, the last use is unknown. A transfer into a payment account that
//        several use tells nothing of which of them it was for, so it counts for all.
UNWIND $accounts AS id
MATCH (a:Account {id: id})-[use:PAID_THROUGH]->(p:PaymentAccount)
WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, a._at, '') <= $as_of
CALL (use, p) {
  WITH use, p
  WHERE use.last_used_at IS NULL AND COUNT { (p)<-[:TRANSFERRED_TO]-() } <= $most_counted
  OPTIONAL MATCH (p)<-[t:TRANSFERRED_TO]-(:PaymentAccount)
  WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled'
  RETURN max(t._at) AS received
}
WITH id, p.id AS payment_account, use.first_used_at AS since,
     CASE WHEN use.last_used_at > $as_of THEN $as_of ELSE coalesce(use.last_used_at, received) END AS last
RETURN id AS account, payment_account, since, last
ORDER BY account, payment_account
