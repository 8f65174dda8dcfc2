// The devices, addresses and payment accounts that an account uses, whether another account does too, and what else rests on each.
// Why: what is an account's alone goes with it. Cost: the relations of what it uses, which are many for a shared address. Limits: $labels.
MATCH (a:Account {id: $account})-[:`<stated>`]-(t)
WHERE labels(t)[0] IN $labels
WITH DISTINCT a, t
RETURN labels(t)[0] AS label, t.id AS id, properties(t) AS properties,
       EXISTS { MATCH (t)-[:`<stated>`]-(m:Account) WHERE m <> a } AS shared,
       COLLECT { MATCH (t)-[:`<stated>`]-(m)
                 WHERE m <> a AND NOT m:Account AND NOT m:Company AND NOT m:Job
                 RETURN DISTINCT labels(m)[0] + ':' + m.id } AS resting
ORDER BY label, id
