// Lets a job that failed or was cancelled be tried again, as its schedule stands now.
// Why: what was wrong may have been the schedule. Cost: two seeks. Limits: no rows for a job that has not failed, or whose schedule is retired.
MATCH (j:SkeinJob {id: $id})
MATCH (s:SkeinSchedule {id: j.schedule})
SET s.locked = true, j.locked = true
REMOVE s.locked, j.locked
WITH s, j
WHERE j.state IN ['failed', 'cancelled'] AND s.retired IS NULL
SET j.state = 'waiting', j.next_at = $now, j.attempt = 0, j.attempts = toInteger($attempts), j.deaths = 0,
    j.plan = s.plan, j.name = s.name, j.revision = s.revision, j.cancel_asked = null, j.cancel_by = null,
    j.ended = null, j.lines = j.lines + 1
CREATE (:SkeinJobLine {job: j.id, number: j.lines, token: 0, at: $now, text: $text})
RETURN j.id AS id
