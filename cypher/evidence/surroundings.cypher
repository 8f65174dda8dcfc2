// All relations of the given nodes, with the nodes at both ends: one step around an account. Asked again
// for the nodes just reached, it gives the next step.
// One seek a node, then all of its relations are read and sorted, so that a limit cuts at the same place
// in every database. A node with a million relations is as slow as it is large.
UNWIND $nodes AS elementId
MATCH (n) WHERE elementId(n) = elementId
MATCH (n)-[r]-()
WITH DISTINCT r
ORDER BY type(r), r.key
LIMIT toInteger($limit)
RETURN r AS relation, startNode(r) AS from, endNode(r) AS to
