// Makes the nodes of a backup that have these labels, and says which each became.
// Why: relations name the nodes of the database that was backed up. Cost: what it writes. Limits: $labels, $rows of `[id, properties]`.
UNWIND $rows AS row
CREATE (n:$($labels))
SET n = row[1]
RETURN row[0] AS was, elementId(n) AS is
