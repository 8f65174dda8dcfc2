// Lifts a legal hold that is in force: it stays, and says who lifted it, when and why.
// Why: what was held, and until when, must be told later. Cost: one seek. Limits: none; no row where there is none in force.
MATCH (h:SkeinHold {id: $id})
WHERE h.lifted_at IS NULL
SET h.lifted_at = $at, h.lifted_by = $by, h.lifted_why = $why
RETURN h {.*} AS hold
