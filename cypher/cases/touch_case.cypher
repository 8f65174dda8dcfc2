// Marks a case as changed.
// One seek.
MATCH (c:SkeinCase {id: $case})
SET c.changed = $now, c.changed_by = $by
