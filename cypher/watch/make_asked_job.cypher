// Makes the job that a person asks for, once: the same request again answers with the job that is there.
// Why: it may run beside the schedule's times. Cost: two seeks. Limits: no rows for a schedule that is retired or not there.
MATCH (s:SkeinSchedule {id: $schedule})
SET s.locked = true
REMOVE s.locked
WITH s
WHERE s.retired IS NULL
MERGE (j:SkeinJob {schedule: s.id, key: $key})
ON CREATE SET j.id = $id, j.name = s.name, j.plan = s.plan, j.revision = s.revision, j.cause = 'person', j.due = $now,
              j.state = 'waiting', j.attempt = 0, j.attempts = toInteger($attempts), j.next_at = $now, j.made = $now,
              j.asked_by = $by, j.token = 0, j.deaths = 0, j.lines = 0
RETURN j.id AS id
