// Asks that a detection ends; whoever runs it learns of it before its next step.
// One seek. Limits: no rows for one that has ended, or whose run is stored.
MATCH (d:SkeinDetection {id: $id, state: 'running'})
SET d.locked = true
REMOVE d.locked
WITH d
WHERE d.run IS NULL
SET d.cancel_asked = coalesce(d.cancel_asked, $now), d.cancel_by = coalesce(d.cancel_by, $by)
RETURN d.id AS id
