// Finds: of some payment accounts, how many transfers lead on from each to another; none of those from which none does.
// Why:   where the steps of a view of money end is not where money ends, and must not be called so.
// Cost:  one seek a payment account, then its transfers without their properties.
// Limits: whatever became of a transfer, and whenever it was.
UNWIND $payers AS id
MATCH (p:PaymentAccount {id: id})
WITH p, COUNT { MATCH (p)-[:TRANSFERRED_TO]->(q) WHERE q <> p } AS degree
WHERE degree > 0
RETURN p.id AS payer, degree
ORDER BY payer
