// The IP addresses of a block, in the order of addresses, at most $most of them.
// A stretch of the index of _order, read no further than $most.
MATCH (n:Ip)
WHERE n._order >= $from AND n._order <= $to
WITH n ORDER BY n._order LIMIT toInteger($most)
RETURN n AS node, COUNT { (n)--() } AS degree
ORDER BY n._order
