// Adds entries to histories. One node a row.
UNWIND $rows AS row
CREATE (e:SkeinDispositionEntry)
SET e = row
