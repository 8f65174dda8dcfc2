-- Counts: over all, of each trade, and of each trade and half-year of creation: the accounts that bid, their bids and those
--         accepted, and the quartiles of their busiest month and of their bids for a login.
-- Cost:   one pass over bids and logins.
-- Limits: as those of bid-flood.sql.
WITH months AS (
  SELECT from_id AS account, count(*) AS bids, count(CASE WHEN status = 'accepted' THEN 1 END) AS accepted
  FROM bid_on
  WHERE submitted_at <= $as_of
  GROUP BY from_id, substr(submitted_at, 1, 7)
),
bidders AS (
  SELECT account, sum(bids) AS bids, sum(accepted) AS accepted, max(bids) AS busiest FROM months GROUP BY account
),
sessions AS (
  SELECT from_id AS account, count(*) AS logins
  FROM logged_in_from
  WHERE started_at <= $as_of
  GROUP BY from_id
),
own AS (
  SELECT account, bids, accepted, busiest, CAST(bids AS DOUBLE) / logins AS per_login,
         lower(coalesce(CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END, '')) AS trade,
         coalesce(
           substr(a.created_at, 1, 4) || CASE WHEN substr(a.created_at, 6, 2) <= '06' THEN 'a' ELSE 'b' END, '') AS half
  FROM bidders JOIN account a ON a.id = account
  LEFT JOIN stated_then s ON s.from_id = account
  LEFT JOIN sessions USING (account)
  WHERE coalesce(a._stub, '') <> 'true' AND coalesce(a.created_at, '') <= $as_of
),
beside AS (
  SELECT 'all' AS peers, account, bids, accepted, busiest, per_login FROM own
  UNION
  SELECT trade, account, bids, accepted, busiest, per_login FROM own
  UNION
  SELECT trade || ' ' || half, account, bids, accepted, busiest, per_login FROM own
),
ranked AS (
  SELECT *, count(*) OVER (PARTITION BY peers) AS accounts, count(per_login) OVER (PARTITION BY peers) AS of_logins,
         row_number() OVER (PARTITION BY peers ORDER BY busiest) - 1 AS nth_busy,
         row_number() OVER (PARTITION BY peers ORDER BY per_login NULLS LAST) - 1 AS nth_login
  FROM beside
),
-- Between two places that lie about a quartile, each counts by how near it is.
weighed AS (
  SELECT *, greatest(CAST(0 AS DOUBLE), 1 - abs(nth_busy - CAST(0.25 AS DOUBLE) * (accounts - 1))) AS low_busy,
         greatest(CAST(0 AS DOUBLE), 1 - abs(nth_busy - CAST(0.75 AS DOUBLE) * (accounts - 1))) AS high_busy,
         greatest(CAST(0 AS DOUBLE), 1 - abs(nth_login - CAST(0.25 AS DOUBLE) * (of_logins - 1))) AS low_login,
         greatest(CAST(0 AS DOUBLE), 1 - abs(nth_login - CAST(0.75 AS DOUBLE) * (of_logins - 1))) AS high_login
  FROM ranked
)
SELECT peers, max(accounts) AS accounts, CAST(sum(bids) AS BIGINT) AS bids, CAST(sum(accepted) AS BIGINT) AS accepted,
       sum(busiest * low_busy) AS busy_low, sum(busiest * high_busy) AS busy_high,
       sum(per_login * low_login) AS login_low, sum(per_login * high_login) AS login_high
FROM weighed
GROUP BY peers
HAVING max(accounts) >= $min_peers OR peers = 'all'
ORDER BY peers
