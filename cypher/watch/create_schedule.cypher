// Makes a schedule, once: the same id again answers with the one that is there.
// Why: a caller whose answer was lost asks again. Cost: two seeks. Limits: none.
MERGE (s:SkeinSchedule {id: $id})
ON CREATE SET s.origin = $origin, s.revision = 1, s.name = $name, s.plan = $plan, s.enabled = $enabled,
              s.made = $now, s.made_by = $by, s.changed = $now, s.changed_by = $by, s.considered = $now
MERGE (r:SkeinScheduleRevision {schedule: s.id, revision: s.revision})
ON CREATE SET r.plan = s.plan, r.at = s.changed, r.by = s.changed_by
RETURN s.id AS id
