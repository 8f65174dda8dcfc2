// Rows of a relation file that are older than a day by the data's own time, so many at once, but those of what is protected.
// Why: rules of retention. Cost: one scan of the type's relations a batch. Limits: $most; rows without a time stay.
MATCH (a)-[r:`<relation>`]->(b)
WHERE r._at < $before AND NOT a.id IN $kept AND NOT b.id IN $kept
RETURN r.key AS key LIMIT toInteger($most)
