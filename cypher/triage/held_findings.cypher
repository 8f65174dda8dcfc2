// How many findings clusters of a run hold, by detector, and how many of them nobody has decided yet.
// Why: a row of the queue says what it stands for. Cost: the findings of those clusters, found in the index, and a seek each.
// Limits: of the clusters of a page.
UNWIND $clusters AS cluster
MATCH (f:SkeinFinding {run: $run, cluster_id: cluster})
OPTIONAL MATCH (d:SkeinDisposition {subject: f.id})
WITH cluster, f.detector AS detector, count(f) AS all,
     count(CASE WHEN coalesce(d.state, 'new') IN ['new', 'in_review'] THEN 1 END) AS open
ORDER BY all DESC, detector
RETURN cluster, collect({detector: detector, open: open, all: all}) AS held
