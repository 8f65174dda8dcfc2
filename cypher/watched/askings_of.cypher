// What runs asked a pattern under any of its watches, latest first.
// Cost: the askings of that pattern, found in the index. Limits: $limit of them.
MATCH (q:SkeinPatternAsking {query: $query})
RETURN q AS asking ORDER BY q.at DESC, q.watch LIMIT toInteger($limit)
