// All that was ever decided, oldest first: what a new run is held against.
// Reads every disposition.
MATCH (d:SkeinDisposition)
RETURN d AS disposition ORDER BY d.id
