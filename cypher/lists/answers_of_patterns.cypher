// Finds: what watched patterns answered, with the text that each asks now.
// Why:   a pattern may look at entries and name but accounts: its answers are withheld where it may.
// Cost:  one pass over the answers kept, and a seek for each.
// Limits: the text of an earlier version is not kept; a pattern that was deleted counts as one that looks at entries.
MATCH (a:SkeinPatternAnswer)
OPTIONAL MATCH (q:SkeinSavedQuery {id: a.query})
RETURN a.id AS id, q.text AS text
