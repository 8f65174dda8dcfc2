// Finds: what some payment accounts received from others than `$own`, settled, by currency and month.
// Why:   each transfer has one receiver, so that it is counted once whatever is confirmed.
// Cost:  one seek a payment account, then every transfer to it; one of more than $most_counted transfers, such as a
//        platform's own account, is not counted: only its degree is read.
// Limits: amounts come one by one, since a sum of floating numbers depends on their order.
UNWIND $ids AS id
MATCH (p:PaymentAccount {id: id})
WITH p, COUNT { (p)-[:TRANSFERRED_TO]-() } AS degree
CALL (p, degree) {
  WITH p, degree WHERE degree <= $most_counted
  MATCH (p)<-[t:TRANSFERRED_TO]-(q:PaymentAccount)
  WHERE NOT q.id IN $own AND coalesce(t.status, 'settled') = 'settled' AND t.amount IS NOT NULL
  WITH t.currency AS currency, substring(coalesce(t._at, ''), 0, 7) AS month, collect(t.amount) AS amounts
  RETURN collect({currency: currency, month: month, amounts: amounts}) AS sums
}
RETURN p.id AS payment_account, degree > $most_counted AS left_out, sums
