// Ends the watch of a pattern that is active; a row where there was one. One seek.
MATCH (w:SkeinPatternWatch {active: $query})
SET w.active = null, w.ended_by = $by, w.ended_at = $at
RETURN w.id AS id
