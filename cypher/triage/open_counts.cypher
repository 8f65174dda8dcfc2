// Counts what is open in the queue of a run: by kind, what nobody has decided yet, what new evidence sent back, what is
// overdue by that day, and what waits for a second person to agree.
// Reads every finding and cluster of the run, and one seek each for what was decided, as the queue itself does.
// What the run does not have any more counts where somebody was to be done with it by a day, or has to agree.
// Answers of watched patterns are counted by pattern.
CALL () {
  MATCH (f:SkeinFinding {run: $run})
  OPTIONAL MATCH (d:SkeinDisposition {subject: f.id})
  RETURN 'finding' AS kind, true AS found, d
  UNION ALL
  MATCH (c:SkeinCluster {run: $run})
  OPTIONAL MATCH (d:SkeinDisposition {subject: c.id})
  RETURN 'cluster' AS kind, true AS found, d
  UNION ALL
  MATCH (d:SkeinDisposition)
  WHERE d.joined IS NULL AND d.kind <> 'answer'
    AND NOT EXISTS { MATCH (:SkeinFinding {run: $run, id: d.subject}) }
    AND NOT EXISTS { MATCH (:SkeinCluster {run: $run, id: d.subject}) }
  RETURN d.kind AS kind, false AS found, d
}
WITH kind, found, d, coalesce(d.state, 'new') AS state
RETURN kind,
       count(CASE WHEN found AND state = 'new' AND d.earlier IS NULL THEN 1 END) AS new,
       count(CASE WHEN state = 'new' AND d.earlier IS NOT NULL THEN 1 END) AS reopened,
       count(CASE WHEN state IN ['new', 'in_review'] AND d.due < $today THEN 1 END) AS overdue,
       count(d.proposed) AS proposed
ORDER BY kind
