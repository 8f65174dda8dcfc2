// Holds a board for the rest of the transaction, so that of two who save at once the second waits for the first.
// One seek; what is written is what was there.
MATCH (b:SkeinCaseBoard {id: $board})
WHERE b.case = $case
SET b.id = b.id
RETURN b.id AS id
