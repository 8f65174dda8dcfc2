// Takes a job for one server: exactly one of those that ask gets it, with a token higher than any before.
// Why: the schedule is locked first, so that of its jobs one runs at a time. Cost: three seeks.
// Limits: no rows when another was first.
MATCH (s:SkeinSchedule {id: $schedule})
SET s.locked = true
REMOVE s.locked
WITH s
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH s, j, datetime.realtime().epochMillis AS clock
WHERE ((j.state = 'waiting' AND j.next_at <= $now) OR (j.state = 'running' AND j.lease_until < clock))
  AND NOT EXISTS { MATCH (other:SkeinJob {schedule: s.id, state: 'running'}) WHERE other.id <> j.id }
WITH j, clock, j.state = 'running' AS died
SET j.deaths = j.deaths + CASE WHEN died THEN 1 ELSE 0 END,
    j.attempt = j.attempt + CASE WHEN died THEN 0 ELSE 1 END,
    j.state = 'running', j.token = j.token + 1, j.holder = $holder, j.lease_until = clock + toInteger($lease),
    j.started = coalesce(j.started, $now), j.next_at = null, j.problem = null
RETURN properties(j) AS job
