// How many uses payouts.cypher would find without its limit. Cost and limits: as there.
UNWIND $accounts AS id
MATCH (a:Account {id: id})-[r:PAID_THROUGH]->(:PaymentAccount)
WHERE coalesce(r._loaded, '') <= $known_on
  AND coalesce(r.first_used_at, '') <= $to
  AND coalesce(r.last_used_at, r.first_used_at, $from) >= $from
RETURN count(r) AS count
