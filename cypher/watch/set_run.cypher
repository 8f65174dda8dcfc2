// Names the run of detection that a job made, in the transaction that makes the run count.
// Why: a holder that has lost the job stores no run, and whoever takes the job over does not detect again.
// Cost: one seek. Limits: no rows for a holder that has lost the job, or was asked to end it.
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH j
WHERE j.token = toInteger($token) AND j.state = 'running' AND j.cancel_asked IS NULL
SET j.run = $run
RETURN j.id AS id
