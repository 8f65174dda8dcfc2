// Undoes the joining of a case, which is open again if it was.
// One seek.
MATCH (c:SkeinCase {id: $case})
SET c.state = coalesce(c.joined_state, c.state), c.revision = coalesce(c.revision, 1) + 1,
    c.changed = $now, c.changed_by = $by
REMOVE c.joined_into, c.joined_as, c.joined_why, c.joined_by, c.joined_at, c.joined_state
