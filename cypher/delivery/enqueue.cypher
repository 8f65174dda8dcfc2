// Notes what is to be sent to whom: one delivery of a report a recipient, however often it is asked for.
// One seek in the unique index a recipient. What is there already stays as it is.
UNWIND $rows AS row
MERGE (d:SkeinDelivery {report: row.report, recipient_key: row.recipient_key})
ON CREATE SET d += row
RETURN d AS delivery
