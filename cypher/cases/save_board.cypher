// Writes what a board holds as its next revision, into its history too, and marks its case as changed.
// Three seeks. The content is compressed JSON.
MATCH (b:SkeinCaseBoard {id: $board})
SET b.revision = toInteger($revision), b.content = $content, b.changed = $now, b.by = $by, b.save = $save,
    b.nodes = toInteger($nodes), b.relations = toInteger($relations), b.notes = toInteger($notes),
    b.accounts = $accounts, b.noted = $noted
CREATE (:SkeinBoardRevision {board: b.id, revision: b.revision, at: b.changed, by: b.by, content: b.content,
                        nodes: b.nodes, relations: b.relations, notes: b.notes})
WITH b
MATCH (c:SkeinCase {id: b.case})
SET c.changed = $now, c.changed_by = $by
