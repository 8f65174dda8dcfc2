// Finds: clusters of a run whose stored text names $id, in the order in which clusters are ranked.
// Why:   who looks at an entry of a watchlist asks who leads there.
// Cost:  the text of every cluster of the run is looked through once; there are hundreds, not millions.
// Limits: it may be named for another reason: whoever asks looks at what is at stake with each.
MATCH (c:SkeinCluster {run: $run})
WHERE c.json CONTAINS $id
RETURN c.json AS json
ORDER BY c.rank_total DESC, c.score DESC, c.id
