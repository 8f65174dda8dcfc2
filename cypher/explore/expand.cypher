// The neighbours of a node, at most $limit of them, each with its latest $most relations and how many there are.
// Of each label in turn the next one: first what leads on to few others, for it links most; then hubs; last what
// leads nowhere else. Counts a relation of a node to itself once.
// One seek, then the relations of the asked type are read, at most $look of them in each direction (of a hub with more,
// those that are stored first), and the degree of each neighbour, which is stored; only the chosen neighbours' relations
// are returned.
MATCH (n:`<label>` {id: $id})
CALL (n) {
  WITH n WHERE $out
  MATCH (n)-[r:`<relation>`]->(other)
  RETURN other, r LIMIT toInteger($look)
  UNION ALL
  WITH n WHERE $in
  MATCH (n)<-[r:`<relation>`]-(other)
  WHERE NOT $out OR other <> n
  RETURN other, r LIMIT toInteger($look)
}
WITH n, other, labels(other)[0] AS label, count(r) AS ties
WITH n, other, label, ties, COUNT { (other)--() } AS degree
ORDER BY degree <= ties, degree - ties, ties DESC, other.id
WITH n, label, collect({other: other, ties: ties, degree: degree}) AS ranked
UNWIND range(0, size(ranked) - 1) AS place
WITH n, label, place, ranked[place].other AS other, ranked[place].ties AS ties, ranked[place].degree AS degree
ORDER BY place, degree <= ties, label
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
WITH label, place, other, degree, ties, r
ORDER BY r._at DESC, type(r), r.key
WITH label, place, other, degree, ties, collect(r)[..toInteger($most)] AS relations
ORDER BY place, degree <= ties, label
RETURN other AS node, degree, ties, relations
