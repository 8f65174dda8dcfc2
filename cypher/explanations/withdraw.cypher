// Withdraws a check that is in force, with who, when and why; nothing where another was quicker.
// Why: it stays in the history. Cost: one seek. Limits: one.
MATCH (c:SkeinExplanationCheck {id: $id})
SET c.id = c.id
WITH c WHERE c.withdrawn_at IS NULL
SET c.withdrawn_by = $by, c.withdrawn_at = $at, c.withdrawn_why = $why
RETURN c AS check
