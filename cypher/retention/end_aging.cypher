// Writes what came of applying the rules once, or until when it is put off.
// Why: the page of the state tells it. Cost: one seek. Limits: no row where another has it.
MATCH (a:SkeinAging {id: $id, holder: $holder, state: 'running'})
SET a += $as
REMOVE a.lease_until
RETURN a.id AS id
