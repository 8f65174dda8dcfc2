// Writes one legal hold.
// Why: what is under hold is neither erased nor removed by age. Cost: one node. Limits: none.
CREATE (h:SkeinHold)
SET h = $hold
