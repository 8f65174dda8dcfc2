// Writes an erasure before anything is removed: from then on no load brings the account back.
// Why: whoever is killed goes on by what it says. Cost: one node. Limits: none.
CREATE (e:SkeinErasure)
SET e = $erasure
