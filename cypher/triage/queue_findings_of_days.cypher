// Of the findings of a run that were first found between two days, those that nobody has decided of, after $after; and how many
// were first found then.
// Rolled up, those whose cluster is in the list are left to that: it was first found then, unless somebody has touched it and it is
// among $closed.
// Why: the queue, narrowed to what is open since then. Cost: every finding of those days, found in the index.
// Limits: $limit of them. How many were decided of, `queue_decided.cypher` says.
MATCH (f:SkeinFinding {run: $run})
WHERE f.first_found >= coalesce($opened_from, '') AND f.first_found < coalesce($opened_to, '9999') + '~'
  AND ($detector IS NULL OR f.detector = $detector)
  AND ($version IS NULL OR f.version = $version)
  AND (NOT $rolled OR f.cluster_id IS NULL OR f.cluster_id IN $closed OR EXISTS {
    MATCH (c:SkeinCluster {run: $run, id: f.cluster_id})
    WHERE NOT (left(c.first_found, 10) >= coalesce($opened_from, '') AND left(c.first_found, 10) <= coalesce($opened_to, '9999'))
      AND NOT EXISTS { MATCH (:SkeinDisposition {subject: c.id}) }
  })
WITH f, EXISTS { MATCH (:SkeinDisposition {subject: f.id}) } AS decided,
     [CASE $sort WHEN 'doubt' THEN -f.doubt ELSE 0.0 END,
      CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0, 0.0, -f.score, f.id] AS place
ORDER BY place
WITH collect(CASE WHEN NOT decided AND ($after IS NULL OR place > $after) THEN {f: f, place: place} END) AS open,
     // What of a cluster's was decided, `queue_decided.cypher` does not count.
     count(CASE WHEN NOT ($rolled AND decided AND f.cluster_id IS NOT NULL) THEN f END) AS all
WITH all, [one IN open[..toInteger($limit)] | {id: one.f.id, json: one.f.json, cluster_id: one.f.cluster_id, first_found: one.f.first_found,
                    kind: 'finding', disposition: null, place: one.place}] AS page
RETURN page, all
