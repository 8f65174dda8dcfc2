// Every schedule with the job that was made last, by name, those that never run again last.
// Why: the list, and one of them with $id. Cost: a scan of the schedules, tens of them, and a seek of the jobs of each.
// Limits: none.
MATCH (s:SkeinSchedule)
WHERE $id IS NULL OR s.id = $id
CALL (s) {
  OPTIONAL MATCH (j:SkeinJob {schedule: s.id})
  RETURN j ORDER BY j.made DESC, j.id DESC LIMIT 1
}
RETURN properties(s) AS schedule, properties(j) AS job
ORDER BY s.retired IS NOT NULL, s.name, s.id
