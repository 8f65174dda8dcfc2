// Counts relations of a type that are older than a day by the data's own time, and how many of them are protected.
// Why: what a rule would remove is said before. Cost: one scan of the type's relations. Limits: rows without a time do not count.
MATCH (a)-[r:`<relation>`]->(b)
WHERE r._at < $before
RETURN count(*) AS old, count(CASE WHEN a.id IN $kept OR b.id IN $kept THEN 1 END) AS kept
