// Says that a trial is still at work. One seek.
MATCH (t:SkeinTrial {id: $id, state: 'running'})
SET t.alive = datetime.realtime().epochMillis
