// Joins a case into another. One that is open is closed meanwhile.
// One seek.
MATCH (c:SkeinCase {id: $case})
SET c.joined_into = $into, c.joined_as = $as, c.joined_why = $why, c.joined_by = $by, c.joined_at = $now,
    c.joined_state = CASE WHEN c.state = 'open' THEN 'open' END,
    c.state = CASE WHEN c.state = 'open' THEN 'closed' ELSE c.state END,
    c.revision = coalesce(c.revision, 1) + 1, c.changed = $now, c.changed_by = $by
