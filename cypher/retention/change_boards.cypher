// Sets properties of boards, or of their revisions, and counts $bump to the revision of each.
// Why: who has a board open must not save over it what was taken off. Cost: one seek a node. Limits: figures come as they may, and are kept whole.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element
SET n += row.set
SET n.nodes = toInteger(n.nodes), n.relations = toInteger(n.relations), n.notes = toInteger(n.notes),
    n.revision = toInteger(n.revision) + toInteger($bump)
