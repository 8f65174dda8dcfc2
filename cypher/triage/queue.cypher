// A page of the queue, the items whose place comes after $after: the findings and clusters of a run with what was decided of each, and what was decided of others
// that the run does not have, unless that has become part of another cluster.
// With how many items there are in all. Rolled up, a finding whose cluster passes too is left to that.
// Clusters alone are in their order, by likelihood and what is at stake; beside findings, which have none, by score.
// Reads every finding and cluster of the run, and one seek each for what was decided.
// The text is looked for in ids, accounts, detectors and titles as they are stored, in English.
OPTIONAL MATCH (r:SkeinRun {id: $run})
WITH r.ended AS ended
CALL () {
  MATCH (f:SkeinFinding {run: $run})
  OPTIONAL MATCH (d:SkeinDisposition {subject: f.id})
  RETURN f.id AS id, 'finding' AS kind, f.score AS score, f.first_found AS first_found, f AS found, d
  UNION ALL
  MATCH (c:SkeinCluster {run: $run})
  OPTIONAL MATCH (d:SkeinDisposition {subject: c.id})
  RETURN c.id AS id, 'cluster' AS kind, c.score AS score, c.first_found AS first_found, c AS found, d
  UNION ALL
  MATCH (d:SkeinDisposition)
  WHERE d.joined IS NULL
    AND NOT EXISTS { MATCH (:SkeinFinding {run: $run, id: d.subject}) }
    AND NOT EXISTS { MATCH (:SkeinCluster {run: $run, id: d.subject}) }
  RETURN coalesce(d.subject, d.id) AS id, d.kind AS kind, d.score AS score, null AS first_found, null AS found, d
}
WITH id, kind, score, first_found, found, d, coalesce(d.state, 'new') AS state,
     left(coalesce(d.opened, first_found, ended), 10) AS opened
WHERE ($kind IS NULL OR kind = $kind)
  AND ($states IS NULL OR state IN $states)
  AND ($assignee IS NULL OR d.assignee = $assignee)
  AND (NOT $unassigned OR d.assignee IS NULL)
  AND ($opened_from IS NULL OR opened >= $opened_from)
  AND ($opened_to IS NULL OR opened <= $opened_to)
  AND (NOT $proposed OR d.proposed IS NOT NULL)
  AND ($detector IS NULL OR found.detector = $detector)
  AND ($version IS NULL OR found.version = $version)
  AND ($pattern IS NULL OR EXISTS { MATCH (:SkeinPatternAnswer {id: d.subject, query: $pattern}) })
  AND ($due IS NULL OR d.due <= $due)
  AND (NOT $news OR d.has_news)
  AND ($text IS NULL OR toLower(id) CONTAINS $text OR toLower(coalesce(d.title, '')) CONTAINS $text
       OR toLower(coalesce(found._search, found.json, '')) CONTAINS $text
       OR any(account IN coalesce(found.accounts, d.members, []) WHERE toLower(account) CONTAINS $text))
WITH id, kind, first_found, found, d,
     [CASE $sort WHEN 'doubt' THEN -coalesce(found.doubt, score * (1 - score), 0.0) ELSE 0.0 END,
      CASE $sort WHEN 'due' THEN coalesce(d.due, '9999') ELSE '' END,
      CASE $sort WHEN 'changed' THEN coalesce(-datetime(d.changed).epochMillis, 0) ELSE 0 END,
      CASE $kind WHEN 'cluster' THEN -coalesce(found.rank_total, -1000.0) ELSE 0.0 END,
      -coalesce(score, 0.0), id] AS place
WITH CASE WHEN $rolled AND kind = 'finding' THEN coalesce(found.cluster_id, id) ELSE id END AS row,
     collect({id: id, kind: kind, found: found, d: d, first_found: first_found, place: place}) AS within
WITH within, [item IN within WHERE item.kind = 'cluster'] AS clusters
UNWIND CASE WHEN $rolled AND size(clusters) > 0 THEN clusters ELSE within END AS item
WITH item ORDER BY item.place
WITH collect(item) AS matching
WITH size(matching) AS total,
     [item IN matching WHERE $after IS NULL OR item.place > $after][..toInteger($limit)] AS page
UNWIND page AS item
RETURN item.id AS id, item.kind AS kind, item.found.json AS json, item.found.cluster_id AS cluster_id,
       item.d AS disposition, item.first_found AS first_found, item.place AS place, total
