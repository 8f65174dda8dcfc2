-- Counts: for each account, its bids, those accepted, those of the busiest month, and its logins.
-- Cost:   one pass over bids and logins.
-- Limits: months are calendar months; the half is that of the year in which the account was opened.
WITH months AS (
  SELECT from_id AS account, count(*) AS bids, count(CASE WHEN status = 'accepted' THEN 1 END) AS accepted,
         min(submitted_at) AS first_bid, max(submitted_at) AS last_bid
  FROM bid_on
  WHERE submitted_at <= $as_of
  GROUP BY from_id, substr(submitted_at, 1, 7)
),
bidders AS (
  SELECT account, CAST(sum(bids) AS BIGINT) AS bids, CAST(sum(accepted) AS BIGINT) AS accepted, max(bids) AS busiest,
         min(first_bid) AS first_bid, max(last_bid) AS last_bid
  FROM months
  GROUP BY account
),
sessions AS (
  SELECT from_id AS account, count(*) AS logins
  FROM logged_in_from
  WHERE started_at <= $as_of
  GROUP BY from_id
)
SELECT account, bids, accepted, busiest, first_bid, last_bid, coalesce(logins, 0) AS logins,
       coalesce(CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END, '') AS trade,
       coalesce(
         substr(a.created_at, 1, 4) || CASE WHEN substr(a.created_at, 6, 2) <= '06' THEN 'a' ELSE 'b' END, '') AS half
FROM bidders JOIN account a ON a.id = account
LEFT JOIN stated_then s ON s.from_id = account
LEFT JOIN sessions USING (account)
WHERE coalesce(a.created_at, '') <= $as_of
ORDER BY account
