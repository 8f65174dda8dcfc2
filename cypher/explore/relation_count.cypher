// How many relations of the asked type a node has in each direction, and to itself: what an expand could bring
// at most. The first two are read from the node's record.
MATCH (n:`<label>` {id: $id})
RETURN sum(COUNT { (n)-[:`<relation>`]->() }) AS out, sum(COUNT { (n)<-[:`<relation>`]-() }) AS in,
       sum(COUNT { (n)-[:`<relation>`]->(n) }) AS loops
