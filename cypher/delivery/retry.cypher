// Has a delivery that failed, or was given up, tried again: its attempts stay, and are counted anew from here.
// One seek by id. No row when it was delivered, or waits for its turn.
MATCH (d:SkeinDelivery {id: $id})
SET d.asked_by = $by
REMOVE d.asked_by
WITH d
WHERE d.state IN ['failed', 'dead']
SET d.state = 'waiting', d.next_at = $now, d.counted_from = size(d.attempts), d.retries = d.retries + $retry
RETURN d AS delivery
