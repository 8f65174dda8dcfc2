// Detections that people began, latest first (an id begins with its time); one of them with $id.
// Reads every one: people begin them one by one.
// Limits: one that nobody has said for a while to be at work has ended with whoever ran it.
MATCH (d:SkeinDetection)
WHERE ($id IS NULL OR d.id = $id) AND ($before IS NULL OR d.id < $before)
RETURN properties(d) AS detection,
       d.state = 'running' AND d.alive + $silence < datetime.realtime().epochMillis AS dead
ORDER BY d.id DESC LIMIT toInteger($limit)
