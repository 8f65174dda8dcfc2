// Rows of others that name an account in a column of theirs, by relation type.
// Why: they stay, without the name. Cost: the account's relations. Limits: none.
MATCH (a:Account {id: $account})<-[r:`<refers>`]-(n)
RETURN labels(n)[0] AS label, n.id AS id, collect(DISTINCT type(r)) AS types
ORDER BY label, id
