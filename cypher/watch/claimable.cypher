// Jobs that a server may take: those whose time has come, and those whose holder has died.
// Why: leases run out by the database's clock; one that ends further off than any does is of a clock that was put back since, and
// is cut, which its holder, if there is one, undoes. Cost: a seek of the jobs that have not ended, few. Limits: 20, those that wait
// longest first.
MATCH (j:SkeinJob)
WHERE j.state IN ['waiting', 'running']
WITH j, datetime.realtime().epochMillis AS clock
FOREACH (_ IN CASE WHEN j.lease_until > clock + toInteger($lease) THEN [1] ELSE [] END |
  SET j.lease_until = clock + toInteger($lease))
WITH j, clock
WHERE (j.state = 'waiting' AND j.next_at <= $now)
    OR (j.state = 'running' AND j.lease_until < clock)
RETURN j.id AS id, j.schedule AS schedule
ORDER BY j.state, j.due, j.id
LIMIT 20
