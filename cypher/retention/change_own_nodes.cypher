// Sets properties of the program's own nodes.
// Why: they stay, without a person who is erased. Cost: one seek a node. Limits: none.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element
SET n += row.set
