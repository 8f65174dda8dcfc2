// Adds to the history of a case.
// One node.
CREATE (e:SkeinCaseEvent)
SET e = $event
