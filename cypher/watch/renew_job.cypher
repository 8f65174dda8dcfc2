// Says that the holder of a job lives, and learns whether a person wants it to end.
// Why: only whoever holds the highest token may. Cost: one seek. Limits: no rows for a holder that has lost the job.
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH j
WHERE j.token = toInteger($token) AND j.state = 'running'
SET j.lease_until = datetime.realtime().epochMillis + toInteger($lease)
RETURN j.cancel_asked AS cancel_asked
