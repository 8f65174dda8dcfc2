// The latest complete run.
// Read from the end of the index of when runs began: years of nightly runs are not looked through, which every
// page of what a run found would do.
MATCH (r:SkeinRun)
USING INDEX SEEK r:SkeinRun(started)
WHERE r.started >= '' AND r.complete = true
RETURN r.json AS json ORDER BY r.started DESC, r.id DESC LIMIT 1
