// The judgements that are in force, oldest first: what detection uses.
// Reads every judgement in force.
MATCH (j:SkeinJudgement)
WHERE j.in_force IS NOT NULL
RETURN j AS judgement ORDER BY j.id
