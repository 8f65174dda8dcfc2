// Finds: the money that came to and went from the payment accounts of some accounts, by payment account, direction,
//        currency and month: what a narrative adds up.
// Why:   how much, of what, when is what a bank is asked first.
// Cost:  one seek an account, then every transfer of its payment accounts; one of more than $most_counted transfers,
//        such as a platform's own account, is not counted: only its degree is read.
// Limits: amounts come one by one, since a sum of floating numbers depends on their order. Transfers between the payment
//        accounts themselves are in neither direction. What failed, was reversed or is disputed is counted apart.
UNWIND $accounts AS id
MATCH (:Account {id: id})-[:PAID_THROUGH]->(p:PaymentAccount)
WITH collect(DISTINCT p) AS own
UNWIND own AS p
WITH own, p, COUNT { (p)-[:TRANSFERRED_TO]-() } AS degree
CALL (own, p, degree) {
  WITH own, p, degree WHERE degree <= $most_counted
  MATCH (p)-[t:TRANSFERRED_TO]-(q:PaymentAccount)
  WHERE NOT q IN own AND coalesce(t._at, '') <= $to
  WITH t, CASE WHEN endNode(t) = p THEN 'in' ELSE 'out' END AS direction,
       coalesce(t.status, 'settled') = 'settled' AS settled
  WITH direction, t.currency AS currency, substring(coalesce(t._at, ''), 0, 7) AS month,
       collect(CASE WHEN settled THEN t.amount END) AS amounts,
       count(CASE WHEN settled THEN null ELSE 1 END) AS unsettled
  RETURN collect({direction: direction, currency: currency, month: month, amounts: amounts, unsettled: unsettled}) AS totals
}
RETURN p.id AS payment_account, degree, totals
ORDER BY payment_account
