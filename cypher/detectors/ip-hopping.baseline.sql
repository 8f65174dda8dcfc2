-- Counts: how many addresses the most mobile accounts show in a day (one account in a hundred shows more), and the share
--         of accounts that ever show two countries in a day: where addresses are often misplaced, or borders near, a leap
--         says little.
-- Cost:   one pass over the sessions by account and day.
-- Limits: days are UTC days.
WITH days AS (
  SELECT from_id AS who, substr(started_at, 1, 10) AS day, count(DISTINCT to_id) AS addresses,
         count(DISTINCT CASE WHEN coalesce(ip._at, '') <= $as_of AND coalesce(kind, '') NOT IN ('vpn', 'tor', 'hosting')
                             THEN country END) AS countries
  FROM logged_in_from JOIN ip ON ip.id = to_id
  WHERE started_at <= $as_of
  GROUP BY from_id, substr(started_at, 1, 10)
),
accounts AS (
  SELECT max(addresses) AS most, CASE WHEN max(countries) > 1 THEN 1 ELSE 0 END AS leaping FROM days GROUP BY who
),
ranked AS (
  SELECT most, leaping, row_number() OVER (ORDER BY most) AS nth, count(*) OVER () AS accounts FROM accounts
)
SELECT coalesce(max(CASE WHEN nth = ceil(CAST(0.99 AS DOUBLE) * accounts) THEN most END), 1) AS usual_addresses,
       coalesce(floor(10000 * sum(leaping) / count(*) + 0.5) / 10000, 0) AS usual_leaping
FROM ranked
