// Finds: what of the queue is open, grouped by everything that is counted of it; as `triage/queue.cypher` has it.
// Why:   how much waits, since when, and of which detector.
// Cost:  reads every finding and cluster of the run, one seek each for what was decided, and every disposition.
// Limits: what the run does not have has no detector here, as in the queue.
OPTIONAL MATCH (r:Run {id: $run})
WITH r.ended AS ended
CALL () {
  MATCH (f:Finding {run: $run})
  OPTIONAL MATCH (d:Disposition {subject: f.id})
  RETURN 'finding' AS kind, f.detector AS detector, f.version AS version, f.first_found AS first_found, d
  UNION ALL
  MATCH (c:Cluster {run: $run})
  OPTIONAL MATCH (d:Disposition {subject: c.id})
  RETURN 'cluster' AS kind, null AS detector, null AS version, c.first_found AS first_found, d
  UNION ALL
  MATCH (d:Disposition)
  WHERE d.state IN $states AND d.joined IS NULL
    AND NOT EXISTS { MATCH (:Finding {run: $run, id: d.subject}) }
    AND NOT EXISTS { MATCH (:Cluster {run: $run, id: d.subject}) }
  RETURN d.kind AS kind, null AS detector, null AS version, null AS first_found, d
}
WITH kind, detector, version, coalesce(d.state, 'new') AS state, d,
     left(coalesce(d.opened, first_found, ended), 10) AS opened
WHERE state IN $states
RETURN kind, detector, version, state, opened, d.assignee IS NULL AS unassigned,
       coalesce(d.due < $today, false) AS overdue, d.proposed IS NOT NULL AS proposed, count(*) AS items
