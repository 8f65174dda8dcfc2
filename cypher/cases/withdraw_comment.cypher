// Strikes a comment that is not struck yet.
// One seek.
MATCH (m:SkeinCaseComment {id: $id})
WHERE m.case = $case AND m.withdrawn_at IS NULL
SET m.withdrawn_at = $now, m.withdrawn_by = $by, m.withdrawn_why = $why
RETURN m.id AS id
