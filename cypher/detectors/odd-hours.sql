-- Counts: per account that claims a time zone and month, how often it is at work at each of the 24 hours of the UTC
--         day, and which of its sessions lie nearest to its busiest hour.
-- Cost:   one pass over the sessions of these accounts; hours are read off the text of the time.
-- Limits: a session counts for its first twelve hours.
WITH claimed AS (
  SELECT a.id AS account, CASE WHEN s.from_id IS NULL THEN a.timezone ELSE s.timezone END AS zone
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
sessions AS (
  SELECT from_id AS account, key, started_at, CASE WHEN ended_at <= $as_of THEN ended_at ELSE started_at END AS seen
  FROM logged_in_from JOIN claimed ON claimed.account = from_id
  WHERE started_at <= $as_of AND zone IS NOT NULL
),
habits AS (
  SELECT account, count(*) AS sessions, count(DISTINCT substr(started_at, 1, 10)) AS days, min(started_at) AS first,
         max(seen) AS last
  FROM sessions
  GROUP BY account
  HAVING count(*) >= $least_sessions AND count(DISTINCT substr(started_at, 1, 10)) >= $least_days
),
begun AS (
  SELECT account, key, started_at, seen, substr(started_at, 1, 7) AS month,
         CAST(substr(started_at, 12, 2) AS BIGINT) AS hour
  FROM sessions JOIN habits USING (account)
),
spans AS (
  SELECT account, month, hour,
         CASE WHEN seen <= started_at THEN 0
              ELSE least(11, CAST(substr(seen, 12, 2) AS BIGINT) - hour
                + CASE WHEN substr(seen, 1, 10) > substr(started_at, 1, 10) THEN 24 ELSE 0 END) END AS more
  FROM begun
),
alike AS (SELECT account, month, hour, more, count(*) AS times FROM spans GROUP BY account, month, hour, more),
numbers AS (
  SELECT n
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)) AS numbers(n)
),
clock AS (
  SELECT account, month, (hour + n) % 24 AS hour, CAST(sum(times) AS BIGINT) AS times
  FROM alike JOIN numbers ON n <= more
  GROUP BY account, month, (hour + n) % 24
),
months AS (
  SELECT account, month,
         concat_ws(' ',
           sum(CASE WHEN hour = 0 THEN times ELSE 0 END), sum(CASE WHEN hour = 1 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 2 THEN times ELSE 0 END), sum(CASE WHEN hour = 3 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 4 THEN times ELSE 0 END), sum(CASE WHEN hour = 5 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 6 THEN times ELSE 0 END), sum(CASE WHEN hour = 7 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 8 THEN times ELSE 0 END), sum(CASE WHEN hour = 9 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 10 THEN times ELSE 0 END), sum(CASE WHEN hour = 11 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 12 THEN times ELSE 0 END), sum(CASE WHEN hour = 13 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 14 THEN times ELSE 0 END), sum(CASE WHEN hour = 15 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 16 THEN times ELSE 0 END), sum(CASE WHEN hour = 17 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 18 THEN times ELSE 0 END), sum(CASE WHEN hour = 19 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 20 THEN times ELSE 0 END), sum(CASE WHEN hour = 21 THEN times ELSE 0 END),
           sum(CASE WHEN hour = 22 THEN times ELSE 0 END), sum(CASE WHEN hour = 23 THEN times ELSE 0 END)) AS hours
  FROM clock
  GROUP BY account, month
),
totals AS (SELECT account, hour, sum(times) AS times FROM clock GROUP BY account, hour),
ranked AS (
  SELECT account, hour, row_number() OVER (PARTITION BY account ORDER BY times DESC, hour) AS nth
  FROM totals
),
-- How far each begins from the busiest hour, round the clock.
apart AS (
  SELECT account, key, started_at, least(abs(b.hour - r.hour), 24 - abs(b.hour - r.hour)) AS hours
  FROM begun b JOIN ranked r USING (account)
  WHERE nth = 1
),
shown AS (
  SELECT account, key, row_number() OVER (PARTITION BY account ORDER BY hours, started_at DESC, key) AS nth
  FROM apart
),
told AS (
  SELECT account, month, hours, NULL AS key FROM months
  UNION ALL
  SELECT account, NULL, NULL, key FROM shown WHERE nth <= $most_sessions
)
SELECT account, sessions, days, first, last, month, hours, key
FROM habits JOIN told USING (account)
ORDER BY account, month NULLS LAST, key NULLS LAST
