// The boards of a case without their contents, in the order in which they were made.
// One seek in the index of the case's id.
MATCH (b:SkeinCaseBoard {case: $case})
RETURN b {.id, .case, .title, .revision, .archived, .created, .created_by, .changed, .by, .save,
          .nodes, .relations, .notes} AS found, b.accounts AS accounts
ORDER BY b.created, b.id
