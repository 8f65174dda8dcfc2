// Which of the given relations of one type the graph holds.
// One seek in the key's index a relation.
UNWIND $keys AS key
MATCH ()-[r:`<relation>` {key: key}]->()
RETURN r.key AS key
