// All nodes up to $most, with their properties and of what kind each is.
// Why: an empty database is one that holds nothing but a few nodes of the program's own, which an import must bring back.
// Cost: $most nodes. Limits: none.
MATCH (n)
WITH n LIMIT toInteger($most)
RETURN labels(n) AS labels, properties(n) AS properties,
       [name IN keys(n) | [name, valueType(n[name])]] AS kinds
