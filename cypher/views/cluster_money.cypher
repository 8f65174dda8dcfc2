// Finds: what went from the payment accounts of one cluster straight to those of another, by currency.
// Why:   the overview of clusters says by what two of them are joined.
// Cost:  a seek a payment account, then its transfers; one of more than $most_followed is not followed.
// Limits: what failed, was reversed or is disputed is not counted. Money over a third account is no straight way.
UNWIND $payments AS paid
MATCH (p:PaymentAccount {id: paid.payment})
WHERE COUNT { (p)-[:TRANSFERRED_TO]->() } <= $most_followed
MATCH (p)-[t:TRANSFERRED_TO]->(q:PaymentAccount)
WHERE $cluster_of[q.id] <> paid.cluster AND coalesce(t.status, 'settled') = 'settled'
RETURN paid.cluster AS from, $cluster_of[q.id] AS to, t.currency AS currency,
       sum(t.amount) AS amount, count(t) AS count, min(t._at) AS first, max(t._at) AS last
ORDER BY count DESC, from, to, currency
