// What the database knows of how it stands: its clock, when a backup was last taken, since when there is anything to lose, where the
// audit chain ends and was last put outside, schedules whose last job failed, reports that nobody got.
// Why: one look for a page that asks again and again.
// Cost: the ends of a few indexes; every job and delivery that failed, of which there are few.
// Limits: none.
CALL () {
  MATCH (e:SkeinAuditEntry {act: 'backup'}) WHERE e.content CONTAINS '"state":"ended"' RETURN max(e.at) AS backedUp
}
CALL () {
  OPTIONAL MATCH (e:SkeinAuditEntry {number: 1}) RETURN e.at AS since
}
CALL () {
  OPTIONAL MATCH (c:SkeinAuditChain {id: 'chain'}) RETURN c.count AS recorded
}
CALL () {
  MATCH (a:SkeinAuditAnchor) RETURN max(a.at) AS anchored
}
CALL () {
  MATCH (j:SkeinJob {state: 'failed'})
  WHERE NOT EXISTS { MATCH (later:SkeinJob {schedule: j.schedule}) WHERE later.made > j.made AND later.state IN ['done', 'failed'] }
  MATCH (s:SkeinSchedule {id: j.schedule}) WHERE s.retired IS NULL
  RETURN count(DISTINCT s) AS failing
}
CALL () {
  MATCH (d:SkeinDelivery) WHERE d.state IN ['failed', 'dead']
  RETURN sum(CASE d.state WHEN 'dead' THEN 1 ELSE 0 END) AS undelivered, sum(CASE d.state WHEN 'failed' THEN 1 ELSE 0 END) AS retried
}
CALL () {
  OPTIONAL MATCH (x:SkeinDetection {state: 'running'}) RETURN count(x) > 0 AS detecting
}
RETURN datetime.realtime().epochMillis AS clock, backedUp, since, coalesce(recorded, 0) AS recorded, anchored,
       failing, undelivered, retried, detecting
