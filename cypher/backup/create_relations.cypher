// Makes the relations of a backup that are of this type. Says how many.
// Cost: two seeks by id and a write each. Limits: $type, $rows of `[from, to, properties]`.
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row[0]
MATCH (b) WHERE elementId(b) = row[1]
CREATE (a)-[r:$($type)]->(b)
SET r = row[2]
RETURN count(r) AS made
