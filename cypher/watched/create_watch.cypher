// Sets a version of a pattern to be watched. Its `active` is unique, so that of two people who set one at once one is refused.
// One node.
CREATE (w:SkeinPatternWatch)
SET w = $row
