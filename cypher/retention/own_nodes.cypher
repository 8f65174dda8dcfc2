// The program's own nodes of a kind, with all that they hold.
// Why: findings, boards and decisions name persons in texts that no index knows. Cost: one scan of the kind. Limits: none.
MATCH (n:`<label>`)
RETURN elementId(n) AS element, properties(n) AS properties
