// Of the findings of a run that were first found between two days, those that nobody has decided of, after $after; and how many
// were first found then.
// Why: the queue, narrowed to what is open since then. Cost: every finding of those days, found in the index.
// Limits: $limit of them. How many were decided of, `queue_decided.cypher` says.
MATCH (f:SkeinFinding {run: $run})
WHERE f.first_found >= coalesce($opened_from, '') AND f.first_found < coalesce($opened_to, '9999') + '~'
  AND ($detector IS NULL OR f.detector = $detector)
  AND ($version IS NULL OR f.version = $version)
WITH f, EXISTS { MATCH (:SkeinDisposition {subject: f.id}) } AS decided,
     [CASE $sort WHEN 'doubt' THEN -f.doubt ELSE 0.0 END,
      CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0, 0.0, -f.score, f.id] AS place
ORDER BY place
WITH collect(CASE WHEN NOT decided AND ($after IS NULL OR place > $after) THEN {f: f, place: place} END) AS open, count(f) AS all
WITH all, [one IN open[..toInteger($limit)] | {id: one.f.id, json: one.f.json, cluster_id: one.f.cluster_id, first_found: one.f.first_found,
                    kind: 'finding', disposition: null, place: one.place}] AS page
RETURN page, all
