// What a board holds, and the title of its case.
// Two seeks.
MATCH (b:CaseBoard {id: $board})
WHERE b.case = $case
MATCH (c:Case {id: $case})
RETURN b.content AS content, c.title AS case_title
