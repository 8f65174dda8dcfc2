// Jobs that a server may take: those whose time has come, and those whose holder has died.
// Why: leases run out by the database's clock. Cost: a seek of the jobs that have not ended, few. Limits: 20, those that wait longest first.
MATCH (j:SkeinJob)
WHERE j.state IN ['waiting', 'running']
  AND ((j.state = 'waiting' AND j.next_at <= $now)
    OR (j.state = 'running' AND j.lease_until < datetime.realtime().epochMillis))
RETURN j.id AS id, j.schedule AS schedule
ORDER BY j.state, j.due, j.id
LIMIT 20
