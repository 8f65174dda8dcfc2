// Makes a board of a case, once: the same id again changes nothing. Answers the case that the board is of.
// Two seeks.
MATCH (c:SkeinCase {id: $case})
MERGE (b:SkeinCaseBoard {id: $id})
ON CREATE SET b.case = $case, b.title = $title, b.archived = false, b.revision = 0,
              b.created = $now, b.created_by = $by, b.changed = $now, b.by = $by
RETURN b.case AS case, b.revision AS revision, COUNT { (:SkeinCaseBoard {case: $case}) } AS boards
