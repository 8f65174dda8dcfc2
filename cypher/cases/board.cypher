// One board of a case without its content.
// One seek.
MATCH (b:SkeinCaseBoard {id: $board})
WHERE b.case = $case
RETURN b {.id, .case, .title, .revision, .archived, .created, .created_by, .changed, .by, .save,
          .nodes, .relations, .notes} AS found
