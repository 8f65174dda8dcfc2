// Says that a detection is at work still, and at what; learns whether a person wants it to end.
// One seek. Limits: no rows for one that has ended.
MATCH (d:SkeinDetection {id: $id, state: 'running'})
SET d.alive = datetime.realtime().epochMillis, d += $step
RETURN d.cancel_asked IS NOT NULL AS cancelled
