// Removes relations of these nodes, so many at once, and says what they were.
// Why: nodes can go only without them, and a busy account has more than fit into a transaction. Cost: what it deletes. Limits: $most.
UNWIND $ids AS id
MATCH (n:`<label>` {id: id})-[r]-()
WITH DISTINCT r LIMIT toInteger($most)
WITH r, type(r) AS type, properties(r) AS properties
DELETE r
RETURN type, properties
