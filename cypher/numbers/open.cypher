// Finds: what of the queue is open, grouped by everything that is counted of it; the same as `triage/queue.cypher` lists.
// Why:   how much waits, since when, and of which detector.
// Cost:  reads every finding and cluster of the run, one seek each for whether anybody touched it, and every disposition,
//        with one seek for each that is open.
// Limits: what the run does not have has no detector here, as in the queue.
OPTIONAL MATCH (r:SkeinRun {id: $run})
WITH r.ended AS ended
CALL (ended) {
  MATCH (f:SkeinFinding {run: $run})
  WHERE NOT EXISTS { MATCH (:SkeinDisposition {subject: f.id}) }
  RETURN 'finding' AS kind, f.detector AS detector, f.version AS version, 'new' AS state,
         left(coalesce(f.first_found, ended), 10) AS opened, true AS unassigned, false AS overdue, false AS proposed
  UNION ALL
  MATCH (c:SkeinCluster {run: $run})
  WHERE NOT EXISTS { MATCH (:SkeinDisposition {subject: c.id}) }
  RETURN 'cluster' AS kind, null AS detector, null AS version, 'new' AS state,
         left(coalesce(c.first_found, ended), 10) AS opened, true AS unassigned, false AS overdue, false AS proposed
  UNION ALL
  MATCH (d:SkeinDisposition)
  WHERE d.state IN $states AND d.joined IS NULL AND d.kind <> 'answer'
  OPTIONAL MATCH (f:SkeinFinding {run: $run, id: d.subject})
  RETURN d.kind AS kind, f.detector AS detector, f.version AS version, d.state AS state,
         left(d.opened, 10) AS opened, d.assignee IS NULL AS unassigned,
         coalesce(d.due < $today, false) AS overdue, d.proposed IS NOT NULL AS proposed
}
RETURN kind, detector, version, state, opened, unassigned, overdue, proposed, count(*) AS items
