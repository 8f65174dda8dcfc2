// People's transactions that were ended, by their time or by somebody, and are still open.
// Why: an expression may go on for hours after its transaction was ended; only a new start of the server stops it.
// Cost: a look at the open transactions. Limits: none, there are few.
SHOW TRANSACTIONS YIELD metaData, status
WHERE metaData.skein_mark IS NOT NULL AND status STARTS WITH 'Terminated'
RETURN metaData.skein_mark AS mark
