// Takes from runs what would let the next one take findings over, from rules what they have seen, and gives what is inferred another edition.
// Why: loads note what they write, and a removal is none: so all is asked again, once, and no home takes columns that it has kept for
// what there is. Cost: the runs, the rules and the relations that they make. Limits: none.
MATCH (r:SkeinRun) WHERE r.basis IS NOT NULL
REMOVE r.basis
WITH count(*) AS runs
OPTIONAL MATCH (s:SkeinDerivationState|SkeinAskedGroups)
DELETE s
WITH count(*) AS states
MATCH (e:SkeinInferredEdition)
SET e.edition = randomUUID()
