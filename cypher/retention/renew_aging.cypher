// Says that whoever applies the rules lives.
// Why: others take up what somebody dead has left. Cost: one seek. Limits: no row where another has it.
MATCH (a:SkeinAging {id: $id, holder: $holder, state: 'running'})
SET a.lease_until = datetime.realtime().epochMillis + toInteger($lease)
RETURN a.id AS id
