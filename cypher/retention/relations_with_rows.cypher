// All relations of an account, with the rows that state them and the other end.
// Why: the access report names each with its source. Cost: the account's relations. Limits: in the order of type and time.
MATCH (a:Account {id: $account})-[r]-(o)
RETURN type(r) AS type, properties(r) AS properties, labels(o)[0] AS label, o.id AS other, startNode(r) = a AS outgoing
ORDER BY type, coalesce(r._at, ''), label, other
