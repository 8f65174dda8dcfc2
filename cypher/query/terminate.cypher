// Ends the transaction of one query that a person asked, or of one explanation, by the mark that it bears.
// Why: it did not end in its time, or nobody wants its answer. Cost: a look at the open transactions. Limits: $mark.
SHOW TRANSACTIONS YIELD transactionId AS id, metaData
WHERE metaData.skein_mark = $mark
TERMINATE TRANSACTIONS id YIELD message
RETURN message
