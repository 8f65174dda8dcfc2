// The boards of cases with the accounts on those that are not archived, and with their notes. A board that was saved
// before notes stood beside its content has them in that alone.
// One seek a case in the index of the case's id; contents are read of such boards only.
MATCH (b:SkeinCaseBoard)
WHERE b.case IN $cases
RETURN b {.id, .case, .title, .created, .created_by} AS board, b.noted AS noted,
       CASE WHEN b.noted IS NULL AND b.notes > 0 THEN b.content END AS content,
       CASE WHEN b.archived THEN [] ELSE b.accounts END AS accounts
ORDER BY b.id
