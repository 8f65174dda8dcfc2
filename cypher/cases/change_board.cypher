// Renames a board, archives it or brings it back; null leaves a property as it is. The history tells how it was.
// Two seeks.
MATCH (b:SkeinCaseBoard {id: $board})
WHERE b.case = $case
WITH b, b {.title, .archived} AS was
SET b.title = coalesce($title, b.title), b.archived = coalesce($archived, b.archived)
WITH b, was
MATCH (c:SkeinCase {id: b.case})
SET c.changed = $now, c.changed_by = $by
RETURN was, b {.title, .archived} AS is
