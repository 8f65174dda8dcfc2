// What was asked last under each of those watches.
// Cost: the askings of each, found in the index of watch and run.
UNWIND $watches AS watch
CALL (watch) {
  MATCH (q:SkeinPatternAsking {watch: watch})
  RETURN q ORDER BY q.at DESC LIMIT 1
}
RETURN q AS asking
