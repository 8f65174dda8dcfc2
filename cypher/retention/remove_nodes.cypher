// Removes these nodes, whose relations are gone, and says what they were.
// Why: an erasure, in batches. Cost: one seek a node. Limits: none.
UNWIND $ids AS id
MATCH (n:`<label>` {id: id})
WITH n, properties(n) AS properties
DELETE n
RETURN properties
