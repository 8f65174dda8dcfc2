// Items of the queue by id: of a finding or a cluster of a run, or of what was decided; in the order asked for.
// Four seeks an id.
UNWIND range(0, size($ids) - 1) AS at
OPTIONAL MATCH (own:SkeinDisposition {id: $ids[at]})
WITH at, own, coalesce(own.subject, $ids[at]) AS id
OPTIONAL MATCH (f:SkeinFinding {run: $run, id: id})
OPTIONAL MATCH (c:SkeinCluster {run: $run, id: id})
OPTIONAL MATCH (of:SkeinDisposition {subject: id})
RETURN id, coalesce(f.json, c.json) AS json, f.cluster_id AS cluster_id, coalesce(own, of) AS disposition,
       coalesce(f.first_found, c.first_found) AS first_found,
       CASE WHEN f IS NOT NULL THEN 'finding' WHEN c IS NOT NULL THEN 'cluster' ELSE coalesce(own, of).kind END AS kind
ORDER BY at
