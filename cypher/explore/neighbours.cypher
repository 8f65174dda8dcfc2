// How many neighbours a node has, by relation, direction and label, so that a person sees what an expand
// would bring before it floods the canvas. Neighbours are counted once, however many relations lead there.
// One seek, then every relation of the node is read: its cost is the node's degree.
MATCH (n:`<label>` {id: $id})-[r]->(other)
RETURN type(r) AS relation, 'out' AS direction, labels(other) AS labels, count(DISTINCT other) AS count
UNION ALL
MATCH (n:`<label>` {id: $id})<-[r]-(other)
RETURN type(r) AS relation, 'in' AS direction, labels(other) AS labels, count(DISTINCT other) AS count
