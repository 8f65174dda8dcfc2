// Ends a job, or gives it back to be tried again at $next_at.
// Why: only whoever holds the highest token may. Cost: one seek. Limits: no rows for a holder that has lost the job.
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH j
WHERE j.token = toInteger($token) AND j.state = 'running'
SET j.state = $state, j.problem = $problem, j.ended = $ended, j.next_at = $next_at, j.counts = $counts,
    j.attempt = j.attempt - CASE WHEN $uncounted THEN 1 ELSE 0 END, j.lease_until = null, j.lines = j.lines + 1
CREATE (l:SkeinJobLine)
SET l = $line, l.job = j.id, l.number = j.lines, l.token = j.token
RETURN j.id AS id
