// A board with what it holds, as of one moment, and the title of its case.
// Two seeks.
MATCH (b:SkeinCaseBoard {id: $board})
WHERE b.case = $case
MATCH (c:SkeinCase {id: $case})
RETURN b {.id, .case, .title, .revision, .archived, .created, .created_by, .changed, .by, .save,
          .nodes, .relations, .notes} AS found,
       b.content AS content, c.title AS case_title
