// Renames a board, archives it or brings it back; null leaves a property as it is.
// Two seeks.
MATCH (b:SkeinCaseBoard {id: $board})
WHERE b.case = $case
SET b.title = coalesce($title, b.title), b.archived = coalesce($archived, b.archived)
WITH b
MATCH (c:SkeinCase {id: b.case})
SET c.changed = $now, c.changed_by = $by
RETURN b.id AS id
