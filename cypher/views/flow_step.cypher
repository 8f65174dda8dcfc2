// Finds: to whom money went from some payment accounts, summed by payee and currency; the payees most paid first.
// Why:   step after step it leads from the accounts to where the money ends.
// Cost:  one seek a payer, then its transfers; a payer of more than $most_followed transfers, such as a
//        platform's own account, is not followed: only its degree is read.
// Limits: at most $most_payees payees and currencies a payer; `payees` says how many there are. Currencies are never added
//         up. What failed, was reversed or is disputed is counted apart. Transfers to itself are no step.
UNWIND $payers AS id
MATCH (p:PaymentAccount {id: id})
WITH p, COUNT { (p)-[:TRANSFERRED_TO]->() } AS degree
CALL (p, degree) {
  WITH p, degree WHERE degree <= $most_followed
  MATCH (p)-[t:TRANSFERRED_TO]->(q:PaymentAccount)
  WHERE q <> p
    AND coalesce(t._loaded, '') <= $known_on
    AND coalesce(t._at, $from) >= $from AND coalesce(t._at, '') <= $to
  WITH q, t.currency AS currency, t, coalesce(t.status, 'settled') = 'settled' AS settled
  WITH q, currency,
       sum(CASE WHEN settled THEN t.amount ELSE 0 END) AS amount,
       count(CASE WHEN settled THEN 1 END) AS count,
       count(CASE WHEN settled THEN null ELSE 1 END) AS unsettled,
       min(t._at) AS first, max(t._at) AS last
  ORDER BY amount DESC, q.id, currency
  WITH collect({to: q.id, currency: currency, amount: amount, count: count, unsettled: unsettled, first: first, last: last}) AS ranked
  RETURN ranked[..toInteger($most_payees)] AS flows, size(ranked) AS payees
}
RETURN p.id AS payer, degree, flows, payees
ORDER BY payer
