// Lets an erased account be loaded again.
// Why: a person may come back. Cost: one seek in the index of marks. Limits: no row where it was not erased, or not to its end.
MATCH (e:SkeinErasure {mark: $mark})
WHERE e.readmitted_at IS NULL AND e.ended IS NOT NULL
SET e.readmitted_at = $at, e.readmitted_by = $by
RETURN e.id AS id
