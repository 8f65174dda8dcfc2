// Of the findings of a cluster with what was decided of each, those that pass the filter, after $after, with how many pass.
// Why: a cluster of the queue that is unfolded. Cost: the findings of the cluster, found in the index, and a seek each.
// Limits: $limit of them.
MATCH (f:SkeinFinding {run: $run, cluster_id: $cluster})
OPTIONAL MATCH (d:SkeinDisposition {subject: f.id})
WITH f, d, left(coalesce(d.opened, f.first_found, $ended), 10) AS opened
WHERE ($kind IS NULL OR $kind = 'finding')
  AND ($states IS NULL OR coalesce(d.state, 'new') IN $states)
  AND ($assignee IS NULL OR d.assignee = $assignee)
  AND (NOT $unassigned OR d.assignee IS NULL)
  AND ($opened_from IS NULL OR opened >= $opened_from)
  AND ($opened_to IS NULL OR opened <= $opened_to)
  AND (NOT $proposed OR d.proposed IS NOT NULL)
  AND ($detector IS NULL OR f.detector = $detector)
  AND ($version IS NULL OR f.version = $version)
  AND $pattern IS NULL
  AND ($due IS NULL OR d.due <= $due)
  AND (NOT $news OR d.has_news)
  AND ($text IS NULL OR toLower(f.id) CONTAINS $text OR toLower(coalesce(d.title, '')) CONTAINS $text
       OR toLower(coalesce(f._search, f.json)) CONTAINS $text
       OR any(account IN f.accounts WHERE toLower(account) CONTAINS $text))
WITH f, d, [CASE $sort WHEN 'doubt' THEN -coalesce(f.doubt, f.score * (1 - f.score), 0.0) ELSE 0.0 END,
            CASE $sort WHEN 'due' THEN coalesce(d.due, '9999') ELSE '' END,
            CASE $sort WHEN 'changed' THEN coalesce(-datetime(d.changed).epochMillis, 0) ELSE 0 END,
            0.0, -f.score, f.id] AS place
ORDER BY place
WITH collect({f: f, d: d, place: place}) AS matching
WITH size(matching) AS total,
     [item IN matching WHERE $after IS NULL OR item.place > $after][..toInteger($limit)] AS page
UNWIND page AS item
RETURN item.f.id AS id, 'finding' AS kind, item.f.json AS json, item.f.cluster_id AS cluster_id,
       item.d AS disposition, item.f.first_found AS first_found, item.place AS place, total
