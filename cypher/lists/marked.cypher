// Finds: the lists that some alone may know of, and who.
// Why:   whoever asks is told nothing of those that they are not among the people for.
// Cost:  as many nodes as there are marked lists; none where none is.
// Limits: a list may be marked before an entry of it is loaded.
MATCH (m:SkeinListMarking)
WHERE m.members IS NOT NULL
RETURN m.list AS list, m.members AS members
ORDER BY list
