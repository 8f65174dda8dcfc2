// What a run asked watched patterns, each with its watch, by the phrase.
// Why: the report of the run. Cost: the askings of that run, found in the index, and a seek each.
MATCH (q:SkeinPatternAsking {run: $run})
MATCH (w:SkeinPatternWatch {id: q.watch})
RETURN q AS asking, w AS watch ORDER BY toLower(w.title), w.id
