// Of what somebody has touched, found by a run or not any more, what passes the filter, after $after; how many pass, and how many
// the other queries of the queue count though they leave them out; and which clusters of the run do not pass.
// What has become part of another cluster is that one's. Rolled up, a finding whose cluster is in the list is left to that.
// Why: the queue. Cost: every disposition and three seeks each: people make them one by one or by the hundred, not by the million.
// Limits: $limit of them.
MATCH (d:SkeinDisposition)
OPTIONAL MATCH (f:SkeinFinding {run: $run, id: d.subject})
OPTIONAL MATCH (c:SkeinCluster {run: $run, id: d.subject})
WITH d, coalesce(f, c) AS found,
     CASE WHEN f IS NOT NULL THEN 'finding' WHEN c IS NOT NULL THEN 'cluster' ELSE d.kind END AS kind
WHERE (found IS NOT NULL OR d.joined IS NULL)
  AND ($kind IS NULL OR kind = $kind)
  AND ($detector IS NULL OR found.detector = $detector)
  AND ($version IS NULL OR found.version = $version)
  AND ($pattern IS NULL OR EXISTS { MATCH (:SkeinPatternAnswer {id: d.subject, query: $pattern}) })
WITH d, found, kind, left(found.first_found, 10) AS since, left(coalesce(d.opened, found.first_found, $ended), 10) AS opened
WITH d, found, kind,
     found IS NOT NULL AND ($opened_from IS NULL OR since >= $opened_from) AND ($opened_to IS NULL OR since <= $opened_to)
       AND NOT ($rolled AND found.cluster_id IS NOT NULL) AS counted,
     coalesce(($states IS NULL OR d.state IN $states)
       AND ($assignee IS NULL OR d.assignee = $assignee)
       AND (NOT $unassigned OR d.assignee IS NULL)
       AND (NOT $proposed OR d.proposed IS NOT NULL)
       AND ($due IS NULL OR d.due <= $due)
       AND (NOT $news OR d.has_news)
       AND ($opened_from IS NULL OR opened >= $opened_from)
       AND ($opened_to IS NULL OR opened <= $opened_to), false) AS passes
WITH d, found, kind, counted, passes, CASE WHEN found IS NULL THEN d.score ELSE found.score END AS score,
     CASE WHEN found IS NULL THEN coalesce(d.subject, d.id) ELSE found.id END AS id
WITH d, found, kind, counted, passes, id,
     [CASE $sort WHEN 'doubt' THEN -coalesce(found.doubt, score * (1 - score), 0.0) ELSE 0.0 END,
      CASE $sort WHEN 'due' THEN coalesce(d.due, '9999') ELSE '' END,
      CASE $sort WHEN 'changed' THEN coalesce(-datetime(d.changed).epochMillis, 0) ELSE 0 END,
      CASE $kind WHEN 'cluster' THEN -coalesce(found.rank_total, -1000.0) ELSE 0.0 END,
      -coalesce(score, 0.0), id] AS place
WITH collect({id: id, kind: kind, found: found, d: d, place: place, counted: counted, passes: passes}) AS touched
WITH touched, [one IN touched WHERE one.kind = 'cluster' AND one.found IS NOT NULL | one] AS clusters
WITH touched, [one IN clusters WHERE one.passes | one.id] AS listed, [one IN clusters WHERE NOT one.passes | one.id] AS closed
CALL (touched, listed, closed) {
  UNWIND touched AS one
  WITH one, one.found.cluster_id AS cluster, listed, closed
  WITH one, one.passes AND NOT ($rolled AND cluster IS NOT NULL AND (
         cluster IN listed
         OR ($untouched AND NOT cluster IN closed AND EXISTS {
           MATCH (c:SkeinCluster {run: $run, id: cluster})
           WHERE ($opened_from IS NULL OR left(c.first_found, 10) >= $opened_from)
             AND ($opened_to IS NULL OR left(c.first_found, 10) <= $opened_to)
         }))) AS passes
  ORDER BY one.place
  RETURN collect(CASE WHEN passes AND ($after IS NULL OR one.place > $after) THEN one END) AS open,
         sum(CASE WHEN passes THEN 1 ELSE 0 END) AS passing, sum(CASE WHEN one.counted THEN 1 ELSE 0 END) AS counted
}
RETURN passing, counted, closed,
       [one IN open[..toInteger($limit)] |
         {id: one.id, kind: one.kind, json: one.found.json, cluster_id: one.found.cluster_id, disposition: one.d,
          first_found: one.found.first_found, place: one.place}] AS page
