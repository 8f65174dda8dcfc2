// Writes how many findings a run has.
// Why: lists go by it. Cost: one seek. Limits: none.
MATCH (r:SkeinRun {id: $run})
SET r.findings = $findings, r.alone = toInteger($alone)
