// How many ratings accounts gave and received in the whole graph; read from the nodes' records.
UNWIND $accounts AS id
MATCH (a:Account {id: id})
RETURN a.id AS account, COUNT { (a)-[:RATED]->() } AS given, COUNT { (a)<-[:RATED]-() } AS received
