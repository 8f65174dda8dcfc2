// Trials, latest first (an id begins with its time), without their results.
// Reads every trial: people make them one by one.
MATCH (t:SkeinTrial)
WHERE $before IS NULL OR t.id < $before
RETURN t {.*, result: null} AS trial,
       t.state = 'running' AND t.alive + $silence < datetime.realtime().epochMillis AS dead
ORDER BY t.id DESC LIMIT toInteger($limit)
