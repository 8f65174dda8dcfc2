// Writes that the rules were applied by command, and what went.
// Why: what a command did is told beside what servers did. Cost: one node. Limits: none.
CREATE (a:SkeinAging)
SET a = $aging
