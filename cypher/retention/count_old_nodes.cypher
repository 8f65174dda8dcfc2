// Counts rows that are nodes and older than a day by the data's own time, and how many of them are protected.
// Why: what a rule would remove is said before. Cost: one scan of the type's nodes. Limits: rows without a time do not count.
MATCH (n:`<label>`)
WHERE n._at < $before
RETURN count(*) AS old,
       count(CASE WHEN n.id IN $kept
         OR EXISTS { MATCH (n)-[r]-(m) WHERE m.id IN $kept OR (type(r) IN $stated AND startNode(r) <> n AND r._at >= $before) }
         THEN 1 END) AS kept
