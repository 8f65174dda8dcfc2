// Finds: what came to a payment account in the last months, of those to which anything did, in the middle, by currency.
// Why:   currencies are neither converted nor added: what a cluster received is held against what is usual in the same one.
// Cost:  one pass over the payment accounts into which somebody is paid, and the transfers to each; those with more than
//        $most_counted are left out. Once a run that found a cluster.
// Limits: the middle is one of the sums itself; amounts are added in order, so that the same rows give the same bytes.
MATCH (p:PaymentAccount)
WHERE EXISTS { MATCH (p)<-[use:PAID_THROUGH]-(a:Account)
               WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, a._at, '') <= $as_of }
  AND COUNT { (p)-[:TRANSFERRED_TO]-() } <= $most_counted
CALL (p) {
  MATCH (:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
  WHERE t._at > $since AND t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled' AND t.amount > 0
  WITH t.currency AS currency, t.amount AS amount ORDER BY amount
  RETURN currency, sum(amount) AS received
}
WITH currency, percentileDisc(received, 0.5) AS usual, count(*) AS usual_of
RETURN currency, usual, usual_of
ORDER BY currency
