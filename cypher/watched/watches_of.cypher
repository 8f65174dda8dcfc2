// Every watch that a pattern ever had, latest first.
// Cost: the watches of that pattern, found in the index.
MATCH (w:SkeinPatternWatch {query: $query})
RETURN w AS watch ORDER BY w.set_at DESC, w.id
