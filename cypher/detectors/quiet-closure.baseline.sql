-- Counts: of the accounts that met clients, how many there are, and how many were closed within the horizon of the first
--         contact.
-- Cost:   one pass over accepted bids and messages.
-- Limits: those whose contacts the platform does not record have met nobody.
WITH stated AS (
  SELECT a.id AS account, CASE WHEN s.from_id IS NULL THEN a.closed_at ELSE s.closed_at END AS closed_at,
         CASE WHEN s.from_id IS NULL THEN a.closed_at_s ELSE s.closed_at_s END AS closed
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
  WHERE coalesce(a._stub, '') <> 'true' AND coalesce(a.created_at, '') <= $as_of
),
messages AS (
  SELECT h.to_id AS sender, t.to_id AS receiver, m.submitted_at, m.submitted_at_s
  FROM document m JOIN handed_in_by h ON h.from_id = m.id JOIN addressed_to t ON t.from_id = m.id
  WHERE m.submitted_at <= $as_of
),
met AS (
  SELECT from_id AS account, submitted_at AS met_at, submitted_at_s AS moment
  FROM bid_on
  WHERE status = 'accepted' AND submitted_at <= $as_of
  UNION ALL
  SELECT sender, submitted_at, submitted_at_s FROM messages
  UNION ALL
  SELECT receiver, submitted_at, submitted_at_s FROM messages
),
earliest AS (SELECT account, min(met_at) AS met_at, min(moment) AS moment FROM met GROUP BY account)
SELECT count(*) AS met,
       count(CASE WHEN closed_at <= $as_of AND closed_at >= met_at AND closed - moment <= $horizon_days * 86400
                  THEN 1 END) AS quiet
FROM earliest JOIN stated USING (account)
