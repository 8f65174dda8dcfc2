-- Counts: the share of accounts with a session of a day or more; where sessions simply stay open, one says little.
-- Cost:   one pass over the sessions.
-- Limits: a session whose end is unknown, or later than what is asked for, is none of a day.
WITH sessions AS (
  SELECT from_id AS account,
         CASE WHEN ended_at <= $as_of AND substr(ended_at, 1, 10) > substr(started_at, 1, 10)
                   AND ended_at_s - started_at_s >= $day_hours * 3600 THEN from_id END AS open
  FROM logged_in_from
  WHERE started_at <= $as_of
),
counted AS (SELECT count(DISTINCT account) AS accounts, count(DISTINCT open) AS open FROM sessions)
SELECT CASE WHEN accounts = 0 THEN 0 ELSE round(CAST(10000 * open AS DOUBLE) / accounts) / 10000 END AS usual_share
FROM counted
