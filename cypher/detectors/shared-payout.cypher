// Finds: payment accounts into which several accounts are paid, and how many unrelated parties those are.
// Why:   one hand that runs many accounts must still collect the money somewhere (M6, C5).
// Cost:  one pass over PAID_THROUGH, grouped by payment account; no pairs are formed.
// Limits: money that meets only after a further transfer is not seen here; holders who are openly
//         connected (DECLARED_WITH) count as one party.
MATCH (p:PaymentAccount)<-[use:PAID_THROUGH]-(a:Account)
WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, '') <= $as_of
WITH p, collect(use) AS uses, collect(DISTINCT a) AS holders
WHERE size(holders) > 1
CALL (holders) {
  UNWIND holders AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(first:Account)
  RETURN count(DISTINCT coalesce(first.id, a.id)) AS parties
}
CALL (p) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(p)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
RETURN p.id AS key,
       [p] + holders + knowns AS nodes,
       uses + covered AS relations,
       {
         payout: p.id,
         kind: coalesce(p.kind, 'unknown'),
         provider: coalesce(p.provider, ''),
         holder_name: coalesce(p.holder_name, ''),
         accounts: size(holders),
         unrelated: parties,
         other_names: size([a IN holders WHERE p.holder_name IS NOT NULL
           AND NOT toLower(trim(p.holder_name)) IN
             [n IN [a.legal_name, a.display_name] WHERE n IS NOT NULL | toLower(trim(n))]]),
         known_shared: [k IN knowns | k.reason]
       } AS facts
