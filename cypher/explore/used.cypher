// When accounts used a thing: the first and the last time that rows state, how many rows, and on which days; and whether
// some use has no stated end, so that it may go on.
// For what two accounts share, so that one sees whether they used it at the same time or one after the other.
// Two seeks a step, then an expand from the end with fewer relations. What is inferred has no time of its own.
UNWIND $steps AS step
MATCH (a:Account {id: step.account})
USING INDEX SEEK a:Account(id)
MATCH (x:`<label>` {id: step.thing})
USING INDEX SEEK x:`<label>`(id)
MATCH (a)-[r]-(x)
WHERE r._at IS NOT NULL AND ($as_of IS NULL OR r._at <= $as_of)
WITH step, r._at AS at, coalesce(r.ended_at, r.last_used_at, r.until, r._at) AS end,
  type(r) IN $lasting AND coalesce(r.last_used_at, r.until) IS NULL AS open
RETURN step.index AS index, min(at) AS first, max(CASE WHEN end < at THEN at ELSE end END) AS last,
  count(*) AS rows, collect(DISTINCT left(at, 10)) AS days,
  max(CASE WHEN open THEN 1 ELSE 0 END) = 1 AS open
