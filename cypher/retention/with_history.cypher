// Nodes of the data that once said something in which that text stands.
// Why: a row that was another account's before keeps that in its history. Cost: one scan of all nodes. Limits: texts alone.
MATCH (n)
WHERE n._history IS NOT NULL AND any(said IN n._history WHERE said CONTAINS $text)
RETURN labels(n)[0] AS label, n.id AS id, n._history AS history
