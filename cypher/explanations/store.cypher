// Writes a check of an honest explanation. Why: who looked into it, how, and what came of it, stays.
// Cost: one node. Limits: none.
CREATE (c:SkeinExplanationCheck)
SET c = $check
