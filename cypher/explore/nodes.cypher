// Nodes of one type by their ids, with how many relations each has: what the canvas draws.
// One seek in the id's index a node; the degree is read from the node's own record. Several watchlist
// entries may share an id; described ones come first, then by key.
UNWIND $ids AS id
MATCH (n:`<label>` {id: id})
RETURN n AS node, COUNT { (n)--() } AS degree
ORDER BY coalesce(n._stub, false), coalesce(n._key, n.id)
