// Cancels a job that waits, and asks whoever runs it to end it.
// Why: the holder learns of it when it next says that it lives. Cost: one seek. Limits: no rows for a job that has ended.
MATCH (j:SkeinJob {id: $id})
SET j.locked = true
REMOVE j.locked
WITH j, j.state AS was
WHERE was IN ['waiting', 'running'] AND j.cancel_asked IS NULL
SET j.cancel_asked = $now, j.cancel_by = $by, j.lines = j.lines + 1,
    j.state = CASE was WHEN 'waiting' THEN 'cancelled' ELSE was END,
    j.ended = CASE was WHEN 'waiting' THEN $now ELSE null END,
    j.next_at = null
CREATE (:SkeinJobLine {job: j.id, number: j.lines, token: 0, at: $now, text: $text})
RETURN j.id AS id
