// The neighbours of a node, most relations first, then by label and id, at most $limit of them, each with its
// latest $most relations and how many there are. Counts a relation of a node to itself once.
// One seek, then every relation of the asked type is read; only the chosen neighbours' are returned.
MATCH (n:`<label>` {id: $id})
CALL (n) {
  WITH n WHERE $out
  MATCH (n)-[r:`<relation>`]->(other)
  RETURN other, r
  UNION ALL
  WITH n WHERE $in
  MATCH (n)<-[r:`<relation>`]-(other)
  WHERE NOT $out OR other <> n
  RETURN other, r
}
WITH n, other, count(r) AS ties
ORDER BY ties DESC, labels(other)[0], other.id
LIMIT toInteger($limit)
CALL (n, other) {
  WITH n, other WHERE $out
  MATCH (n)-[r:`<relation>`]->(other)
  RETURN r
  UNION
  WITH n, other WHERE $in
  MATCH (n)<-[r:`<relation>`]-(other)
  RETURN r
}
WITH n, other, ties, r
ORDER BY r._at DESC, type(r), r.key
RETURN other AS node, COUNT { (other)--() } AS degree, ties, collect(r)[..toInteger($most)] AS relations
ORDER BY ties DESC, labels(node)[0], node.id
