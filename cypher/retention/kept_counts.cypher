// How many findings each run has, by detector, and how many of them are in no cluster.
// Why: a run keeps these figures, and findings of one person alone have gone. Cost: one scan of the findings. Limits: none.
MATCH (r:SkeinRun)
WHERE r.findings IS NOT NULL
RETURN r.id AS run,
       COLLECT { MATCH (f:SkeinFinding {run: r.id}) WITH f.detector AS detector, count(*) AS count
                 RETURN [detector, count] ORDER BY detector } AS counts,
       COUNT { MATCH (f:SkeinFinding {run: r.id}) WHERE f.cluster_id IS NULL } AS alone
