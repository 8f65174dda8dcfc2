// Notes what an erasure has come to, in the transaction that does it.
// Why: killed amid, it neither counts twice nor forgets. Cost: one seek. Limits: none.
MATCH (e:SkeinErasure {id: $id})
SET e += $set
