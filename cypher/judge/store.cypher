// Writes one judgement. Its `in_force` is unique, so that of two analysts who judge the same at once one is refused.
// One node a call; found again by id, by subject, or by being in force.
CREATE (j:SkeinJudgement)
SET j = $judgement
RETURN j AS judgement
