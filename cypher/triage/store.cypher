// Writes dispositions anew, whole; they are held already.
// One seek a row.
UNWIND $rows AS row
MATCH (d:SkeinDisposition {id: row.id})
SET d = row
