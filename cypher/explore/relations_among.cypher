// The relations that join nodes given by the database's own ids, at most $most of them: what links the nodes in the
// result of a person's query to one another.
// A seek each, then every relation that leaves it is read; hubs are mostly led to.
MATCH (a)
WHERE elementId(a) IN $ids
MATCH (a)-[r]->(b)
WHERE elementId(b) IN $ids
RETURN a, r, b
ORDER BY type(r), r.key
LIMIT toInteger($most)
