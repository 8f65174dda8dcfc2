// Finds: the entries of some lists, with the rows that say them.
// Why:   an entry is withheld by its id, and so is its row in the file.
// Cost:  one pass over the entries of all lists.
// Limits: an entry that links alone name is of no list yet.
MATCH (w:WatchlistEntry)
WHERE w.list IN $lists
RETURN w.id AS id, w._key AS key, coalesce(w._sources, []) AS sources
