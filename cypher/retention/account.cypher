// An account with all that it says of itself.
// Why: a report or an erasure begins with it. Cost: one seek. Limits: none.
MATCH (a:Account {id: $account})
RETURN properties(a) AS properties
