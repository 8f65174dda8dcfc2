// Measures: what share of the accounts was brought in or recommended by another.
// Cost:     one pass over referrals and recommendations.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
WITH count(a) AS accounts,
     count(CASE WHEN EXISTS { (a)-[:REFERRED_BY]->(:Account) }
       OR EXISTS { (a)<-[l:LINKED_TO]-(:Account) WHERE l.kind = 'recommended' AND coalesce(l._at, '') <= $as_of } THEN 1 END) AS brought_in
RETURN accounts AS usual_accounts, round(1.0 * brought_in / (accounts + 1), 4) AS usual_brought_in
