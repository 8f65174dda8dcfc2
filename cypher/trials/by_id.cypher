// One trial, with its result. One seek.
// Limits: one that nobody has said for a while to be at work has ended without result.
MATCH (t:SkeinTrial {id: $id})
RETURN t AS trial,
       t.state = 'running' AND t.alive + $silence < datetime.realtime().epochMillis AS dead
