// Adds a line to a job's log.
// Why: only whoever holds the highest token may. Cost: one seek. Limits: no rows for a holder that has lost the job.
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH j
WHERE j.token = toInteger($token) AND j.state = 'running'
SET j.lines = j.lines + 1
CREATE (l:SkeinJobLine)
SET l = $line, l.job = j.id, l.number = j.lines, l.token = j.token
RETURN l.number AS number
