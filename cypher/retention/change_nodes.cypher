// Sets properties of nodes; null takes one away.
// Why: what stays of a person's rows stays without the person. Cost: one seek a node. Limits: none.
UNWIND $rows AS row
MATCH (n:`<label>` {id: row.id})
SET n += row.set
