// Of the clusters of a run that nobody has decided of, those after $after; and how many clusters it has.
// Why: the queue. Clusters alone are in their order, by likelihood and what is at stake; beside findings, which have none, by score.
// Cost: every cluster of the run, of which there are few, and a seek each for what was decided.
// Limits: $limit of them. How many were decided of, `queue_decided.cypher` says.
MATCH (c:SkeinCluster {run: $run})
WHERE ($opened_from IS NULL OR left(c.first_found, 10) >= $opened_from)
  AND ($opened_to IS NULL OR left(c.first_found, 10) <= $opened_to)
WITH c, EXISTS { MATCH (:SkeinDisposition {subject: c.id}) } AS decided,
     [CASE $sort WHEN 'doubt' THEN -(c.score * (1 - c.score)) ELSE 0.0 END,
      CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0,
      CASE $kind WHEN 'cluster' THEN -coalesce(c.rank_total, -1000.0) ELSE 0.0 END, -c.score, c.id] AS place
ORDER BY place
WITH collect(CASE WHEN NOT decided AND ($after IS NULL OR place > $after) THEN {c: c, place: place} END) AS open, count(c) AS all
WITH all, [one IN open[..toInteger($limit)] | {id: one.c.id, json: one.c.json, first_found: one.c.first_found, kind: 'cluster', cluster_id: null,
                    disposition: null, place: one.place}] AS page
RETURN page, all
