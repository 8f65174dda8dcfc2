// Takes the applying of the rules at one moment for one server: exactly one of those that ask gets it.
// Why: servers share a database. Cost: one seek, and those that wait, which are few. Limits: no row where it is done, put off until
// later, or in another's hand; a lease that ends further off than any does is of a clock that was put back since.
MERGE (a:SkeinAging {id: $id})
ON CREATE SET a.state = 'waiting', a.next_at = $now, a.begun = $now, a.scheduled = true
SET a.locked = true
REMOVE a.locked
WITH a, datetime.realtime().epochMillis AS clock
WHERE (a.state = 'waiting' AND a.next_at <= $now)
   OR (a.state = 'running' AND (a.lease_until < clock OR a.lease_until > clock + toInteger($lease)))
SET a.state = 'running', a.holder = $holder, a.by = $by, a.lease_until = clock + toInteger($lease), a.begun = $now,
    a.next_at = null, a.problem = null
WITH a
CALL (a) {
  MATCH (older:SkeinAging {state: 'waiting'}) WHERE older.id < a.id
  SET older.state = 'missed', older.next_at = null
}
RETURN a.id AS id
