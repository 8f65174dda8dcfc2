// The rows that are an account's own, such as its documents and profiles, and whether a row of somebody else rests on one.
// Why: they go with the account, or stay without it where others rest on them. Cost: the account's relations. Limits: none.
MATCH (a:Account {id: $account})<-[:`<own>`]-(n)
WITH DISTINCT a, n
RETURN labels(n)[0] AS label, n.id AS id, properties(n) AS properties,
       EXISTS { MATCH (n)<-[:`<stated>`]-(m) WHERE m <> a AND NOT (m)-[:`<own>`]->(a) } AS shared
ORDER BY label, id
