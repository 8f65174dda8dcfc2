// Keeps that a detection was ended with its server, for another server or the next start to begin it again.
// One seek. Limits: nothing for one that has ended, or whose run is stored; one that a person wants to end is not begun again.
MATCH (d:SkeinDetection {id: $id, state: 'running'})
SET d.locked = true
REMOVE d.locked
WITH d
WHERE d.run IS NULL
SET d += $ended, d.handed_over = CASE WHEN d.cancel_asked IS NULL THEN true END
