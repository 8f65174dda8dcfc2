-- Counts: per account, the chains of sessions of a day or more with no night between them, how many blocks of thirty
--         days are full enough to show a night, and of those without one what share of the work its six quietest
--         hours of the day hold.
-- Cost:   one pass over the sessions in order of time, and the hours of the accounts with enough of them.
-- Limits: a session of unknown end counts for half an hour, one of days with its first two for the hours of the day.
WITH sessions AS (
  SELECT from_id AS account, started_at, started_at_s AS began,
         CASE WHEN ended_at <= $as_of AND ended_at_s >= started_at_s THEN ended_at_s
              ELSE started_at_s + 1800 END AS done
  FROM logged_in_from
  WHERE started_at <= $as_of
),
ordered AS (
  SELECT account, started_at, began, done,
         max(done) OVER (PARTITION BY account ORDER BY began, done
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
  FROM sessions
),
-- After a night a new chain begins; it is called by its beginning.
chained AS (
  SELECT account, started_at, done, greatest(0, done - greatest(began, coalesce(until, began))) AS at_work,
         max(CASE WHEN until IS NULL OR began - until >= $night_hours * 3600 THEN began END)
           OVER (PARTITION BY account ORDER BY began) AS begun
  FROM ordered
),
chains AS (
  SELECT account, begun, max(done) AS until, count(*) AS sessions, CAST(sum(at_work) AS BIGINT) AS at_work,
         min(started_at) AS first, max(started_at) AS last
  FROM chained
  GROUP BY account, begun
  HAVING max(done) - begun >= $day_hours * 3600
),
numbers AS (
  SELECT tens.n * 7 + ones.n AS n
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6)) AS tens(n)
  CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6)) AS ones(n)
),
busy AS (SELECT account FROM sessions GROUP BY account HAVING count(*) >= $month_hours / 4),
spans AS (
  SELECT account, CAST(floor(began / 3600) AS BIGINT) AS first,
         CAST(floor(least(done, began + 172800) / 3600) AS BIGINT) AS last
  FROM sessions JOIN busy USING (account)
),
hours AS (
  SELECT DISTINCT account, first + n AS hour, CAST(floor((first + n) / 24) AS BIGINT) AS day,
         CAST(floor((first + n) / 720) AS BIGINT) AS month
  FROM spans JOIN numbers ON n <= last - first
),
months AS (
  SELECT account, month, count(*) AS hours
  FROM hours
  GROUP BY account, month
  HAVING count(*) >= $month_hours AND count(DISTINCT day) >= $month_days
),
clock AS (
  SELECT account, month, hour % 24 AS of_day, count(*) AS times
  FROM hours JOIN months USING (account, month)
  GROUP BY account, month, hour % 24
),
-- What falls into the six hours from each hour of the day on; of a clock with gaps some six hold nothing.
sixes AS (
  SELECT account, month, (of_day - n + 24) % 24 AS start, CAST(sum(times) AS BIGINT) AS times
  FROM clock JOIN numbers ON n < 6
  GROUP BY account, month, (of_day - n + 24) % 24
),
quietest AS (
  SELECT account, month, CASE WHEN count(*) < 24 THEN 0 ELSE min(times) END AS times
  FROM sixes
  GROUP BY account, month
),
found AS (
  SELECT account, begun, until, sessions, at_work, first, last, NULL AS month, NULL AS quiet
  FROM chains
  UNION ALL
  SELECT account, NULL, NULL, NULL, NULL, NULL, NULL, month, CAST(times AS DOUBLE) / hours
  FROM quietest JOIN months USING (account, month)
  WHERE CAST(times AS DOUBLE) / hours > 0.08
),
full_months AS (SELECT account, count(*) AS months FROM months GROUP BY account)
SELECT account, coalesce(months, 0) AS months, begun, until, sessions, at_work, first, last, quiet
FROM found LEFT JOIN full_months USING (account)
ORDER BY account, begun NULLS LAST, month NULLS LAST
