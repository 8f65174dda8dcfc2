// Withdraws a judgement that is in force; it stays, with who withdrew it, when and why. No row when it is not in force.
// One seek by id.
MATCH (j:SkeinJudgement {id: $id})
WHERE j.in_force IS NOT NULL
SET j.withdrawn_by = $by, j.withdrawn_at = $at, j.withdrawn_why = $why
REMOVE j.in_force
RETURN j AS judgement
