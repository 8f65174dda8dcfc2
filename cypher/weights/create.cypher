// Keeps one change of the weights; it is never changed or deleted.
// Cost: one node. Limits: of two who make the same revision at once, the constraint refuses the second.
CREATE (w:SkeinWeightRevision)
SET w = $revision
