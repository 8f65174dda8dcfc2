// Holds dispositions for the rest of the transaction, if they are as they were read, and takes from them what they are
// of, so that clusters may change places without breaking that each has one. A row for each that was as it was read.
// One seek a row; the first SET takes the lock, so that what is compared then is what is there.
UNWIND $rows AS row
MATCH (d:SkeinDisposition {id: row.id})
SET d.id = d.id
WITH d, row
WHERE d.revision = row.rests_on AND d.run = row.of_run
SET d.subject = null
RETURN d.id AS id
