// The labels of any node that is not the mark of the schema.
// Why: a backup is put back into an empty database alone. Cost: one node. Limits: no row where it is empty.
MATCH (n)
WHERE NOT n:Skein
RETURN labels(n) AS labels
LIMIT 1
