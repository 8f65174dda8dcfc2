// Keeps new answers of a pattern. Their id is unique, so that none comes twice. One node a row.
UNWIND $rows AS row
CREATE (a:SkeinPatternAnswer)
SET a = row
