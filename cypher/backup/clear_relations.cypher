// Removes every relation of a database that was empty before a backup was to be put back.
// Why: in steps, as all at once do not fit into a transaction. Cost: what it deletes. Limits: a statement of its own.
MATCH ()-[r]->()
CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS
