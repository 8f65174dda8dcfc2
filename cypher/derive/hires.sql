-- Counts: whom each client hired, by a bid that was accepted, or rated, each pair once: a client who hires hardly anybody
--         but members of one group is the group's own, or likes to hire them.
-- Cost:   one pass over the bids, and one over the ratings.
-- Limits: what the hired say of whoever hired them is left out, and what developers say of one another; whose role is not
--         known may be a client.
WITH roles AS (
  SELECT a.id AS who, CASE WHEN s.from_id IS NULL THEN a.role ELSE s.role END AS role
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
hires AS (
  SELECT p.to_id AS client, b.from_id AS hired
  FROM bid_on b JOIN job j ON j.id = b.to_id JOIN posted_by p ON p.from_id = j.id
  WHERE b.status = 'accepted' AND coalesce(b.submitted_at, j._at, '') <= $as_of
  UNION
  SELECT r.from_id, r.to_id
  FROM rated r JOIN roles rater ON rater.who = r.from_id JOIN roles of_whom ON of_whom.who = r.to_id
  LEFT JOIN posted_by p ON p.from_id = r.job_id AND p.to_id = r.to_id
  WHERE coalesce(r._at, '') <= $as_of AND coalesce(rater.role, 'client') <> 'developer'
    AND coalesce(of_whom.role, '') <> 'client' AND p.from_id IS NULL
)
SELECT client, hired FROM hires WHERE client <> hired ORDER BY client, hired
