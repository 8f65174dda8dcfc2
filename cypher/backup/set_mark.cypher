// Gives the mark of the schema all that it was in the backup, and nothing of what it was before but who works on it, and
// which constraints and indexes this database has.
// Cost: one node. Limits: $mark.
MATCH (s:Skein {id: 'skein'})
WITH s, s {.statements, .restoring, .restoring_by, .restoring_since, .lease_holder, .lease_by, .lease_since, .lease_until} AS work
SET s = $mark
SET s += work
