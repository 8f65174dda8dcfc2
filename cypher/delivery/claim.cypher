// Takes a delivery in hand, if it is due and nobody else has it, and notes that an attempt begins; no row otherwise.
// Of two servers that ask at once one gets it: setting a property first locks the node, and what follows reads what
// the other has written. The lease is by the database's clock, which is the same for all, and runs out by itself.
MATCH (d:SkeinDelivery {id: $id})
SET d.asked_by = $holder
REMOVE d.asked_by
WITH d, datetime.realtime().epochMillis AS now
WHERE d.next_at <= $now AND (d.lease_until IS NULL OR d.lease_until < now)
SET d.lease_holder = $holder, d.lease_until = now + toInteger($lease), d.attempts = d.attempts + $attempt
RETURN d AS delivery
