// Names the kept report of a job, by the digest of its content.
// Why: it is opened on the page, wherever its files went. Cost: one seek. Limits: no rows for a holder that has lost the job.
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH j
WHERE j.token = toInteger($token) AND j.state = 'running'
SET j.report = $report
RETURN j.id AS id
