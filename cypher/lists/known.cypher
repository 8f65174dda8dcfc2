// Finds: the lists of which entries are loaded, and those that were ever marked.
// Why:   whoever may say who knows of a list chooses among them.
// Cost:  one pass over the entries of all lists.
// Limits: a feed that never loaded anything has no list here.
CALL () {
  MATCH (w:WatchlistEntry) WHERE w.list IS NOT NULL
  RETURN w.list AS list, count(w) AS entries
UNION ALL
  MATCH (m:SkeinListMarking)
  RETURN m.list AS list, 0 AS entries
}
WITH list, sum(entries) AS entries
OPTIONAL MATCH (m:SkeinListMarking {list: list})
RETURN list, entries, m.members AS members, coalesce(m.revision, 0) AS revision,
       m.changed AS changed, m.changed_by AS changed_by
ORDER BY list
