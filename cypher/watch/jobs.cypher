// Jobs, those made last first, of one schedule or of all; $made and $last are those of the last one of the page before.
// Why: the history of runs. Cost: a seek of the schedule's jobs, or a walk of the index of times. Limits: $limit.
MATCH (j:SkeinJob)
WHERE ($schedule IS NULL OR j.schedule = $schedule)
  AND ($made IS NULL OR j.made < $made OR (j.made = $made AND j.id < $last))
RETURN properties(j) AS job
ORDER BY j.made DESC, j.id DESC
LIMIT toInteger($limit)
