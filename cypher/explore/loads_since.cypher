// How many loads ended after a moment and wrote anything: what a run that began then does not know.
// Reads every load that ended since. Limits: by the clock of whoever loaded.
MATCH (l:SkeinLoad)
WHERE l.ended > $since AND coalesce(l.touched, '') <> $nothing
RETURN count(l) AS loads
