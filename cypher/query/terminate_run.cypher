// Ends the transactions of one run of a query that a person wrote, by the name that whoever asked gave it.
// Why: it runs at another server of the database, which alone has its connection. Cost: a look at the open transactions.
// Limits: $id. Of a cluster the member that is asked knows its own; a run that waits for its turn has none yet.
SHOW TRANSACTIONS YIELD transactionId AS id, metaData, status
WHERE metaData.skein = $id AND metaData.skein_mark IS NOT NULL AND NOT status STARTS WITH 'Terminated'
TERMINATE TRANSACTIONS id YIELD message
RETURN message
