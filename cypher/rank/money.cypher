// Finds: into which payment accounts the members of clusters are paid, what came to each in the last months, settled, by
//        currency, and when the last payment came.
// Why:   how much money still goes to a cluster is what delay costs.
// Cost:  one seek a member, then who else is paid into its payment accounts, and every transfer to them; of one with more than $most_counted transfers, such
//        as a platform's own account, only the degree is read.
// Limits: amounts come one by one, since a sum of floating numbers depends on their order. What comes from a payment
//         account that a member uses is no money that came to the cluster. A payment account into which mostly others are
//         paid, or that strangers are known to share, is named and not counted: nothing tells whose that money is.
UNWIND $clusters AS cluster
CALL (cluster) {
  UNWIND cluster.accounts AS id
  MATCH (a:Account {id: id})-[use:PAID_THROUGH]->(p:PaymentAccount)
  WHERE coalesce(use._at, a._at, '') <= $as_of
  RETURN collect(DISTINCT p) AS own,
         collect(CASE WHEN coalesce(use.purpose, 'payout') = 'payout' THEN {purse: p, member: id} END) AS payouts
}
UNWIND payouts AS payout
WITH cluster, own, payout.purse AS p, collect(DISTINCT payout.member) AS members
CALL (p) {
  MATCH (p)<-[use:PAID_THROUGH]-(u:Account)
  WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, u._at, '') <= $as_of
  RETURN count(DISTINCT u) AS users
}
WITH cluster, own, p, members, users = 1 AS sole,
     users > 2 * size(members) OR EXISTS { (p)<-[:COVERS]-(:KnownShared) }
       OR COUNT { (p)-[:TRANSFERRED_TO]-() } > $most_counted AS left_out
CALL (own, p, left_out) {
  WITH own, p WHERE NOT left_out
  MATCH (q:PaymentAccount)-[t:TRANSFERRED_TO]->(p)
  WHERE NOT q IN own AND t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled' AND t.amount > 0
  WITH t.currency AS currency, t._at AS at, CASE WHEN t._at > $since THEN t.amount END AS amount
  WITH currency, collect(amount) AS amounts, max(at) AS last, min(CASE WHEN amount IS NOT NULL THEN at END) AS first
  RETURN collect({currency: currency, amounts: amounts, first: first, last: last}) AS sums
}
RETURN cluster.id AS cluster, p.id AS payment_account, members, sole, left_out, sums
ORDER BY cluster, payment_account
