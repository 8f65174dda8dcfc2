// How many neighbours a node has over relations of the asked types, by relation, direction and label, so that a person
// sees what an expand would bring before it floods the canvas. Neighbours are counted once, however many relations lead
// there.
// One seek, then the relations are read, at most $look of them in each direction, those that are stored first: its cost is
// the node's degree, and no more than twice $look.
MATCH (n:`<label>` {id: $id})
CALL (n) {
  MATCH (n)-[r:`<relation>`]->(other)
  RETURN r, other, 'out' AS direction LIMIT toInteger($look)
  UNION ALL
  MATCH (n)<-[r:`<relation>`]-(other)
  RETURN r, other, 'in' AS direction LIMIT toInteger($look)
}
RETURN type(r) AS relation, direction, labels(other) AS labels, count(DISTINCT other) AS count
