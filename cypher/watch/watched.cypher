// The schedules that run by themselves, and up to when their times have been considered.
// Why: from this the jobs that are due are made. Cost: a scan of the schedules, and a seek of the jobs of each.
// Limits: one whose last job at its time has not ended is left out: times that pass meanwhile are made up for once, by one job.
MATCH (s:SkeinSchedule {enabled: true})
WHERE s.retired IS NULL
  AND NOT EXISTS { MATCH (j:SkeinJob {schedule: s.id, cause: 'time'}) WHERE j.state IN ['waiting', 'running'] }
RETURN s.id AS id, s.name AS name, s.plan AS plan, s.revision AS revision, s.considered AS considered
