// Every node with all that it holds, but for the mark of the schema.
// Why: a backup takes the whole graph, whoever wrote it. Cost: one scan of all nodes, as a stream. Limits: none.
MATCH (n)
WHERE NOT n:Skein
RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties
