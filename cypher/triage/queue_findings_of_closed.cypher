// Of the findings of clusters that are not in the list themselves ($closed), those that nobody has decided of, after $after; and how
// many they are.
// Why: the queue rolled up. A cluster may be decided while some of its findings are open: they must not vanish with it.
// Cost: the findings of those clusters, found in the index, and a seek each.
// Limits: $limit of them. Of clusters that people have touched, which are few.
UNWIND $closed AS cluster
MATCH (f:SkeinFinding {run: $run, cluster_id: cluster})
WHERE NOT EXISTS { MATCH (:SkeinDisposition {subject: f.id}) }
WITH f, [CASE $sort WHEN 'doubt' THEN -f.doubt ELSE 0.0 END,
         CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0, 0.0, -f.score, f.id] AS place
ORDER BY place
WITH collect(CASE WHEN $after IS NULL OR place > $after THEN {f: f, place: place} END) AS open, count(f) AS all
RETURN all, [one IN open[..toInteger($limit)] | {id: one.f.id, json: one.f.json, cluster_id: one.f.cluster_id,
               first_found: one.f.first_found, kind: 'finding', disposition: null, place: one.place}] AS page
