// Transfers of these payment accounts that state a text.
// Why: what came with money may name whose account it was. Cost: their transfers. Limits: none.
UNWIND $ids AS id
MATCH (:PaymentAccount {id: id})-[r:TRANSFERRED_TO]-()
WHERE r.reference IS NOT NULL
RETURN DISTINCT r.key AS key, properties(r) AS properties
