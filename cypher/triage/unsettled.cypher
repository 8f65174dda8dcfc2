// Whether anything was decided that has not been held against that run yet, or was accepted until a day that has come.
// Reads every disposition until it meets one: people make them one by one or by the hundred, not by the million.
MATCH (d:SkeinDisposition)
WHERE d.run <> $run OR (d.state = 'accepted' AND d.until <= $today)
RETURN d.id AS id LIMIT 1
