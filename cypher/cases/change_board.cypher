// Renames a board, archives it or brings it back; null leaves a property as it is.
// Two seeks.
MATCH (b:CaseBoard {id: $board})
WHERE b.case = $case
SET b.title = coalesce($title, b.title), b.archived = coalesce($archived, b.archived)
WITH b
MATCH (c:Case {id: b.case})
SET c.changed = $now, c.changed_by = $by
RETURN b.id AS id
