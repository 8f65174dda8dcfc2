// Finds: payment accounts into which several accounts are paid, how many unrelated parties those are, whose
//        name stands on it, and who of them openly bills through its holder.
// Why:   one hand that runs many accounts must still collect the money somewhere (M6, C5).
// Cost:  one pass over PAID_THROUGH, grouped by payment account; no pairs are formed.
// Limits: money that meets only after a further transfer is not seen here (payout-funnel sees it); holders
//         who are openly connected (DECLARED_WITH) count as one party.
MATCH (p:PaymentAccount)<-[use:PAID_THROUGH]-(a:Account)
WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, startNode(use)._at, '') <= $as_of
WITH p, use, a ORDER BY p.id, a.id, use.key
WITH p, collect(use) AS uses, collect(DISTINCT a) AS holders, min(use._at) AS first,
     max(CASE WHEN use.last_used_at <= $as_of THEN use.last_used_at ELSE use._at END) AS last
WHERE size(holders) > 1
CALL (p) {
  OPTIONAL MATCH (p)-[held:HELD_BY]->(c:Company) WHERE coalesce(held._at, '') <= $as_of
  WITH held, c ORDER BY c.id
  RETURN collect(held) AS held, collect(c) AS firms,
         collect(toLower(trim(c.name))) AS firm_names
}
CALL (p) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(p)
  WITH known, covers ORDER BY known.id
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
WITH *, firm_names + CASE WHEN p.holder_name IS NULL THEN [] ELSE [toLower(trim(p.holder_name))] END
       AS open_names,
     [w IN split(replace(replace(toLower(coalesce(p.holder_name, '')), ',', ' '), '.', ' '), ' ')
       WHERE w <> ''] AS holder
CALL (holders, firms, open_names, holder) {
  UNWIND holders AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(first:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated, coalesce(first.id, a.id) AS party, firms, open_names, holder
  WITH a, party, toLower(trim(coalesce(stated.employer, ''))) AS employer, firms, open_names, holder,
       [n IN [stated.legal_name, stated.display_name] WHERE n IS NOT NULL |
         [w IN split(replace(replace(toLower(n), ',', ' '), '.', ' '), ' ') WHERE w <> '']] AS names
  WITH a, party, employer,
       employer <> '' AND employer IN open_names
         OR any(c IN firms WHERE EXISTS { (a)-[l:LINKED_TO]-(c) WHERE coalesce(l._at, '') <= $as_of }) AS open,
       size(holder) > 0 AND size(names) > 0
         AND none(n IN names WHERE size(n) = size(holder) AND all(w IN n WHERE w IN holder)) AS other
  WITH collect(DISTINCT party) AS parties, collect(DISTINCT CASE WHEN open THEN party END) AS open_parties,
       sum(CASE WHEN open THEN 1 ELSE 0 END) AS open_holders,
       sum(CASE WHEN other THEN 1 ELSE 0 END) AS other_names,
       collect(CASE WHEN open OR employer = '' THEN null ELSE employer END) AS employers
  RETURN size(parties) - CASE WHEN size(open_parties) > 1 THEN size(open_parties) - 1 ELSE 0 END AS parties, open_holders, other_names,
         reduce(most = 0, e IN employers | CASE WHEN size([f IN employers WHERE f = e]) > most
           THEN size([f IN employers WHERE f = e]) ELSE most END) AS one_employer
}
WITH *, holders[..toInteger($most_shown)] AS shown
RETURN p.id AS key,
       [p] + shown + knowns + firms AS nodes,
       [u IN uses WHERE startNode(u) IN shown] + covered + held AS relations,
       [{of: 'PAID_THROUGH', rows: size(uses), first: first, last: last}] AS counted,
       {
         payout: p.id,
         kind: coalesce(p.kind, 'unknown'),
         provider: coalesce(p.provider, ''),
         holder_name: coalesce(p.holder_name, ''),
         accounts: size(holders),
         unrelated: parties,
         other_names: other_names,
         open_holders: open_holders,
         one_employer: one_employer,
         providers_own: p.provider IS NOT NULL AND size(trim(p.provider)) > 2
           AND toLower(coalesce(p.holder_name, '')) CONTAINS toLower(trim(p.provider)),
         known_shared: [k IN knowns | k.reason]
       } AS facts
