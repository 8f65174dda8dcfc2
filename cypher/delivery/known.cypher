// Which recipients of a report have a delivery already, so that what is sent to the others alone is kept.
// One seek a recipient.
UNWIND $keys AS key
MATCH (d:SkeinDelivery {report: $report, recipient_key: key})
RETURN key
