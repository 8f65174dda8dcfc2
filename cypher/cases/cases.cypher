// A page of the cases, those changed last first; archived ones only when asked for by their state.
// Reads every case: they are made by hand, and few.
MATCH (c:SkeinCase)
WHERE CASE WHEN $state IS NULL THEN c.state <> 'archived' ELSE c.state = $state END
WITH c ORDER BY c.changed DESC, c.id SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN c {.*, boards: COUNT { MATCH (b:SkeinCaseBoard {case: c.id}) WHERE NOT b.archived }} AS found
