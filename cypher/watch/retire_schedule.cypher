// Retires a schedule, and cancels its jobs that wait; one at work goes to its end.
// Why: it stays with its history. Cost: a seek of the schedule and of its jobs. Limits: no rows when it is retired already.
MATCH (s:SkeinSchedule {id: $id})
SET s.locked = true
REMOVE s.locked
WITH s
WHERE s.retired IS NULL
SET s.revision = s.revision + 1, s.retired = $now, s.retired_by = $by, s.changed = $now, s.changed_by = $by
MERGE (r:SkeinScheduleRevision {schedule: s.id, revision: s.revision})
ON CREATE SET r.plan = s.plan, r.at = s.changed, r.by = s.changed_by, r.retired = true
WITH s
CALL (s) {
  MATCH (j:SkeinJob {schedule: s.id, state: 'waiting'})
  SET j.state = 'cancelled', j.cancel_asked = $now, j.cancel_by = $by, j.ended = $now, j.next_at = null,
      j.lines = j.lines + 1
  CREATE (:SkeinJobLine {job: j.id, number: j.lines, token: 0, at: $now, text: $text})
}
RETURN s.id AS id
