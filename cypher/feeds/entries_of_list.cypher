// Finds: the described entries of one list, as they are stored.
// Why:   a list that was loaded before it had a feed is what its first refresh is compared with, and an entry that the
//        list names anew must be told from one that it never left.
// Cost:  one pass over the entries of all lists.
// Limits: an entry that only links name is not among them.
MATCH (w:WatchlistEntry {list: $list})
WHERE NOT coalesce(w._stub, false)
RETURN w._key AS key, w.id AS id, properties(w) AS properties
ORDER BY key
