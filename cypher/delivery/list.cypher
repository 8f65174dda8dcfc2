// Deliveries, newest first (an id begins with its time); of one state, of one run, or all.
// Goes down the index of ids; by a run, one seek. A few a day are made.
MATCH (d:SkeinDelivery)
WHERE ($before IS NULL OR d.id < $before)
  AND ($state IS NULL OR d.state = $state)
  AND ($run IS NULL OR d.run = $run)
RETURN d AS delivery ORDER BY d.id DESC LIMIT toInteger($limit)
