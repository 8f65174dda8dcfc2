// These nodes with what they hold.
// Why: what of them is somebody's is taken out. Cost: one seek a node. Limits: none.
UNWIND $ids AS id
MATCH (n:`<label>` {id: id})
RETURN n.id AS id, properties(n) AS properties
