// Makes the job of a moment, once, whichever servers see that it is due.
// Why: the schedule is locked first, and what was considered is written with the job. Cost: three seeks.
// Limits: no rows when another server was first, or when the schedule has changed meanwhile.
MATCH (s:SkeinSchedule {id: $schedule, enabled: true})
SET s.locked = true
REMOVE s.locked
WITH s
WHERE s.revision = toInteger($revision) AND s.considered = $considered AND s.retired IS NULL
  AND NOT EXISTS { MATCH (j:SkeinJob {schedule: s.id, cause: 'time'}) WHERE j.state IN ['waiting', 'running'] }
SET s.considered = $due
MERGE (j:SkeinJob {schedule: s.id, key: $due})
ON CREATE SET j.id = $id, j.name = s.name, j.plan = s.plan, j.revision = s.revision, j.cause = 'time', j.due = $due,
              j.missed_since = $missed_since, j.state = 'waiting', j.attempt = 0, j.attempts = toInteger($attempts),
              j.next_at = $now, j.made = $now, j.token = 0, j.deaths = 0, j.lines = 0
RETURN j.id AS id
