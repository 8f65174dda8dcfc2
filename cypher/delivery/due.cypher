// Deliveries whose time has come and that nobody has in hand, longest due first.
// One seek in the index of `next_at`, which what was delivered or given up does not have. Nothing is claimed by this.
MATCH (d:SkeinDelivery)
WHERE d.next_at <= $now
  AND (d.lease_until IS NULL OR d.lease_until < datetime.realtime().epochMillis)
RETURN d.id AS id ORDER BY d.next_at, d.id LIMIT toInteger($limit)
