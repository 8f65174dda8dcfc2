// Every relation with all that it holds, between the nodes that `nodes` names.
// Why: a backup takes the whole graph. Cost: one scan of all relations, as a stream. Limits: none.
MATCH (a)-[r]->(b)
RETURN elementId(a) AS from, elementId(b) AS to, type(r) AS type, properties(r) AS properties
