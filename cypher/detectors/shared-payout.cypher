// Finds: payment accounts into which several accounts are paid, how many unrelated parties those are, whose
//        name stands on it, and who of them openly bills through its holder.
// Why:   one hand that runs many accounts must still collect the money somewhere (M6, C5).
// Cost:  the holders that shared-payout.sql brings, and the uses of those that are shown.
// Limits: money that meets only after a further transfer is not seen here (payout-funnel sees it); holders
//         who are openly connected (DECLARED_WITH) count as one party.
UNWIND $rows AS row
WITH row.payout AS payout, collect(row) AS holders
MATCH (p:PaymentAccount {id: payout})
WITH p, holders, holders[0] AS counts, holders[..toInteger($most_shown)] AS first_holders,
     [w IN split(replace(replace(toLower(coalesce(p.holder_name, '')), ',', ' '), '.', ' '), ' ') WHERE w <> ''] AS holder,
     [(p)-[held:HELD_BY]->(:Company) WHERE coalesce(held._at, '') <= $as_of | held] AS held,
     [(:KnownShared)-[covers:COVERS]->(p) | covers] AS covered
WITH *, [n IN [h IN held | endNode(h).name] + p.holder_name WHERE n IS NOT NULL | toLower(trim(n))] AS open_names
CALL (holders, holder, open_names) {
  UNWIND holders AS h
  WITH h, holder, open_names, toLower(trim(coalesce(h.employer, ''))) AS employer,
       [n IN [h.legal_name, h.display_name] WHERE n IS NOT NULL |
         [w IN split(replace(replace(toLower(n), ',', ' '), '.', ' '), ' ') WHERE w <> '']] AS names
  WITH h.party AS party, employer, employer <> '' AND employer IN open_names OR h.tied = 1 AS open,
       size(holder) > 0 AND size(names) > 0
         AND none(n IN names WHERE size(n) = size(holder) AND all(w IN n WHERE w IN holder)) AS other
  // Those who bill openly name no employer of their own here.
  WITH CASE WHEN open OR employer = '' THEN null ELSE employer END AS employer, party, open, other
  WITH employer, count(employer) AS together, count(DISTINCT CASE WHEN open THEN party END) AS open_parties,
       count(CASE WHEN open THEN 1 END) AS open_holders, count(CASE WHEN other THEN 1 END) AS other_names
  RETURN max(together) AS one_employer, sum(open_parties) AS open_parties, sum(open_holders) AS open_holders,
         sum(other_names) AS other_names
}
CALL (p, first_holders) {
  UNWIND first_holders AS h
  MATCH (p)<-[use:PAID_THROUGH]-(a:Account {id: h.account})
  WHERE coalesce(use.purpose, 'payout') = 'payout' AND coalesce(use._at, a._at, '') <= $as_of
  RETURN collect(use) AS uses, collect(DISTINCT a) AS shown
}
RETURN p.id AS key,
       [p] + shown + [c IN covered | startNode(c)] + [h IN held | endNode(h)] AS nodes,
       uses + covered + held AS relations,
       [{of: 'PAID_THROUGH', rows: counts.uses, first: counts.first, last: counts.last}] AS counted,
       {
         payout: p.id,
         kind: coalesce(p.kind, 'unknown'),
         provider: coalesce(p.provider, ''),
         holder_name: coalesce(p.holder_name, ''),
         accounts: size(holders),
         unrelated: counts.parties - CASE WHEN open_parties > 1 THEN open_parties - 1 ELSE 0 END,
         other_names: other_names, open_holders: open_holders, one_employer: one_employer,
         providers_own: p.provider IS NOT NULL AND size(trim(p.provider)) > 2
           AND toLower(coalesce(p.holder_name, '')) CONTAINS toLower(trim(p.provider)),
         known_shared: [c IN covered | startNode(c).reason]
       } AS facts
