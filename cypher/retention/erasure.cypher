// The latest erasure of the account with that mark, unless it was let in again.
// Why: one that was killed goes on where it was. Cost: one seek in the index of marks. Limits: none.
MATCH (e:SkeinErasure {mark: $mark})
WHERE e.readmitted_at IS NULL
RETURN e {.*} AS erasure
ORDER BY e.begun DESC LIMIT 1
