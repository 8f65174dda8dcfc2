// Relations with their ends, by the database's own ids: those in the result of a person's query, for the canvas.
// A seek each.
MATCH (a)-[r]->(b)
WHERE elementId(r) IN $ids
RETURN a, r, b
