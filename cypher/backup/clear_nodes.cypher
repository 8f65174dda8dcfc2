// Removes every node but the mark, once their relations are gone.
// Why: in steps, as all at once do not fit into a transaction. Cost: what it deletes. Limits: a statement of its own.
MATCH (n)
WHERE NOT n:Skein
CALL (n) { DELETE n } IN TRANSACTIONS OF 2000 ROWS
