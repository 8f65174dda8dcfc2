// Whether the transaction that bears the mark is still open.
// Why: one that was told to end may go on working; until it has ended it holds its place among those that may run.
// Cost: a look at the open transactions. Limits: $mark.
SHOW TRANSACTIONS YIELD metaData
WHERE metaData.skein_mark = $mark
RETURN count(*) > 0 AS lingers
