// Notes how an attempt ended and what comes of it, and gives the delivery out of hand.
// One seek by id. A success counts whoever notes it; a failure only while the delivery is still in the same hands, so
// that one who was slow does not undo what another did. No row when it does not count.
MATCH (d:SkeinDelivery {id: $id})
SET d.asked_by = $holder
REMOVE d.asked_by
WITH d
WHERE d.state <> 'delivered' AND ($state = 'delivered' OR d.lease_holder = $holder)
SET d.attempts = [at IN range(0, size(d.attempts) - 1) | CASE at WHEN toInteger($at) THEN $attempt ELSE d.attempts[at] END],
    d.state = $state, d.reached = $reached, d.next_at = $next_at, d.delivered_at = $delivered_at
REMOVE d.lease_holder, d.lease_until
RETURN d AS delivery
