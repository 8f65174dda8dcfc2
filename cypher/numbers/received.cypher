// Finds: what some payment accounts received, settled, by sender, currency and month.
// Why:   each transfer has one receiver, so that it is counted once whatever is confirmed; who counts knows which of the
//        senders are confirmed themselves.
// Cost:  one seek a payment account, then every transfer to it; one of more than $most_counted transfers, such as a
//        platform's own account, is not counted: only its degree is read.
// Limits: amounts come one by one, since a sum of floating numbers depends on their order.
UNWIND $ids AS id
MATCH (p:PaymentAccount {id: id})
WITH p, COUNT { (p)-[:TRANSFERRED_TO]-() } AS degree
CALL (p, degree) {
  WITH p, degree WHERE degree <= $most_counted
  MATCH (p)<-[t:TRANSFERRED_TO]-(q:PaymentAccount)
  WHERE coalesce(t.status, 'settled') = 'settled' AND t.amount IS NOT NULL
  WITH q, t.currency AS currency, substring(coalesce(t._at, ''), 0, 7) AS month, collect(t.amount) AS amounts
  RETURN collect({sender: q.id, currency: currency, month: month, amounts: amounts}) AS sums
}
RETURN p.id AS payment_account, degree > $most_counted AS left_out, sums
