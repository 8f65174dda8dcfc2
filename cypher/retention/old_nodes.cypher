// Removes rows that are nodes and older than a day by the data's own time, so many at once, but what is protected or tied to it.
// Why: rules of retention. Cost: one scan of the type's nodes a batch. Limits: $most; rows without a time stay, and those on which a younger row rests.
MATCH (n:`<label>`)
WHERE n._at < $before AND NOT n.id IN $kept
  AND NOT EXISTS { MATCH (n)-[r]-(m) WHERE m.id IN $kept OR (type(r) IN $stated AND startNode(r) <> n AND r._at >= $before) }
WITH n LIMIT toInteger($most)
DETACH DELETE n
RETURN count(*) AS count
