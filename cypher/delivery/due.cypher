// Deliveries whose time has come and that nobody has in hand, longest due first.
// One seek in the index of `next_at`, which what was delivered or given up does not have. Nothing is claimed by this. A lease that
// ends further off than any does is of a clock that was put back since, and is cut; whoever holds it renews it.
MATCH (d:SkeinDelivery)
WHERE d.next_at <= $now
WITH d, datetime.realtime().epochMillis AS clock
FOREACH (_ IN CASE WHEN d.lease_until > clock + toInteger($lease) THEN [1] ELSE [] END |
  SET d.lease_until = clock + toInteger($lease))
WITH d, clock WHERE d.lease_until IS NULL OR d.lease_until < clock
RETURN d.id AS id ORDER BY d.next_at, d.id LIMIT toInteger($limit)
