// Clusters of a run by how their ids begin.
// A stretch of the index of run and id, read no further than $most.
MATCH (c:SkeinCluster {run: $run})
WHERE c.id STARTS WITH $beginning
WITH c ORDER BY c.id LIMIT toInteger($most)
RETURN c.json AS json
ORDER BY c.id
