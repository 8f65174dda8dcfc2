// The mark of the schema, with its version, and who is putting a backup back.
// Why: only a database that Skein has made is backed up. Cost: one node. Limits: no row where the database is empty.
MATCH (s:Skein)
RETURN properties(s) AS properties
