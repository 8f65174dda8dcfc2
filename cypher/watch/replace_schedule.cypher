// Writes what a schedule says as its next revision, if it still is at the one that this rests on.
// Why: what it said before stays; times before a change of its times are not made up for. Cost: two seeks.
// Limits: no rows when another was first, or when it is retired and this is not to bring it back.
MATCH (s:SkeinSchedule {id: $id})
SET s.locked = true
REMOVE s.locked
WITH s
WHERE s.revision = toInteger($rests_on) AND ($revive OR s.retired IS NULL)
SET s.revision = s.revision + 1, s.name = $name, s.plan = $plan, s.enabled = $enabled, s.changed = $now,
    s.changed_by = $by, s.considered = CASE WHEN $anew THEN $now ELSE s.considered END,
    s.retired = null, s.retired_by = null
MERGE (r:SkeinScheduleRevision {schedule: s.id, revision: s.revision})
ON CREATE SET r.plan = s.plan, r.at = s.changed, r.by = s.changed_by
RETURN s.id AS id
