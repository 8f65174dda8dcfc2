// Keeps what a pattern would have answered at past runs. One node.
CREATE (t:SkeinPatternTrial)
SET t = $row
