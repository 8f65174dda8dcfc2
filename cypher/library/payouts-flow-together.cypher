// Finds: payment accounts that are sent money by at least $payers others within the days from $from to $to.
// Cost: reads every transfer once.
MATCH (p:PaymentAccount)-[t:TRANSFERRED_TO]->(q:PaymentAccount)
WHERE ($from IS NULL OR t.sent_at >= $from) AND ($to IS NULL OR t.sent_at <= $to + 'T23:59:59.999Z')
WITH q, t.currency AS currency, count(DISTINCT p) AS payers, count(t) AS transfers, sum(t.amount) AS amount, collect(DISTINCT p)[..50] AS sent_by
WHERE payers >= $payers
RETURN q AS receiver, payers, transfers, round(amount, 2) AS amount, currency, sent_by
ORDER BY payers DESC, transfers DESC, receiver.id
