// Names the run that a detection makes, in the transaction that makes the run count: from then on it is not cancelled any more.
// One seek. Limits: no rows for one that is to end, or has.
MATCH (d:SkeinDetection {id: $id, state: 'running'})
SET d.locked = true
REMOVE d.locked
WITH d
WHERE d.cancel_asked IS NULL
SET d.run = $run
RETURN d.id AS id
