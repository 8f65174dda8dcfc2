// How many relations there are of each type.
// Why: that all is there is counted before it may be served. Cost: one scan of all relations. Limits: none.
MATCH ()-[r]->()
RETURN type(r) AS name, count(*) AS count
