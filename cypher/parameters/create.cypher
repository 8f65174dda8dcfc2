// Keeps one change of a detector's parameters; it is never changed or deleted.
// Cost: one node. Limits: of two who make the same revision at once, the constraint refuses the second.
CREATE (p:SkeinParameterRevision)
SET p = $revision
