// Takes from runs what would let the next one take findings over, and from rules what they have seen.
// Why: loads note what they write, and a removal is none: so all is asked again, once. Cost: the runs and rules. Limits: none.
MATCH (r:SkeinRun) WHERE r.basis IS NOT NULL
REMOVE r.basis
WITH count(*) AS runs
OPTIONAL MATCH (s:SkeinDerivationState|SkeinAskedGroups)
DELETE s
