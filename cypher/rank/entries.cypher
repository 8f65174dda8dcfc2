// Finds: which of some watchlist entries stood on their list then, and their names.
// Why:   a finding names the entries that it leads to; what was taken off a list is at stake no more.
// Cost:  one seek an entry.
// Limits: an entry of which no day of listing is known counts as listed.
UNWIND $entries AS entry
MATCH (w:WatchlistEntry {id: entry.id})
WHERE w.list = entry.list AND coalesce(w.listed_on, '') <= $as_of
  AND NOT coalesce(w.delisted_on <= $as_of AND coalesce(w.listed_on, '') <= w.delisted_on, false)
RETURN w.id AS id, w.list AS list, coalesce(w.name, w.id) AS name
ORDER BY list, id
