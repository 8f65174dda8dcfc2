// Writes new dispositions. Their `subject` is unique, so that of two people who decide the same at once one is refused.
// One node a row.
UNWIND $rows AS row
CREATE (d:SkeinDisposition)
SET d = row
