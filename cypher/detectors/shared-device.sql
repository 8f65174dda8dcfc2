-- Counts: for each two accounts of one device, how often a session of the one was followed by one of the other, how
--         often at once or within minutes, and on how many days both were there.
-- Cost:   one pass over the sessions in order of time, and pairs of the accounts that were there on one day.
-- Limits: days are UTC days; a session of unknown end has none.
WITH sessions AS (
  SELECT to_id AS device, from_id AS who, started_at_s AS began,
         CASE WHEN ended_at <= $as_of AND ended_at_s > started_at_s THEN ended_at_s ELSE started_at_s END AS done
  FROM logged_in_on
  WHERE started_at <= $as_of
),
shared AS (
  SELECT device, count(DISTINCT who) AS users
  FROM sessions
  GROUP BY device
  HAVING count(DISTINCT who) > 1 AND count(DISTINCT who) <= $hub_accounts
),
ordered AS (
  SELECT device, who, began,
         lag(who) OVER (PARTITION BY device ORDER BY began, who, done) AS before,
         lag(done) OVER (PARTITION BY device ORDER BY began, who, done) AS until
  FROM sessions JOIN shared USING (device)
),
present AS (
  SELECT DISTINCT device, who, CAST(floor(began / 86400) AS BIGINT) AS day
  FROM sessions JOIN shared USING (device)
),
meetings AS (
  SELECT device, least(before, who) AS a, greatest(before, who) AS b, 1 AS passes,
         CASE WHEN began BETWEEN until AND until + $handover_minutes * 60 THEN 1 ELSE 0 END AS handovers,
         CASE WHEN began < until THEN 1 ELSE 0 END AS at_once, 0 AS days_both
  FROM ordered
  WHERE before <> who
  UNION ALL
  SELECT one.device, one.who, other.who, 0, 0, 0, 1
  FROM present one JOIN present other ON one.device = other.device AND one.day = other.day AND one.who < other.who
),
pairs AS (
  SELECT device, a, b, CAST(sum(passes) AS BIGINT) AS passes, CAST(sum(handovers) AS BIGINT) AS handovers,
         CAST(sum(at_once) AS BIGINT) AS at_once, CAST(sum(days_both) AS BIGINT) AS days_both
  FROM meetings
  GROUP BY device, a, b
),
days AS (SELECT device, who, count(*) AS days FROM present GROUP BY device, who),
open AS (SELECT device, count(DISTINCT day) AS days FROM present GROUP BY device)
SELECT pairs.device, users, open.days AS device_days, a, b, one.days AS a_days, other.days AS b_days,
       passes, handovers, at_once, days_both
FROM pairs JOIN shared USING (device) JOIN open USING (device)
JOIN days one ON one.device = pairs.device AND one.who = a
JOIN days other ON other.device = pairs.device AND other.who = b
ORDER BY device, a, b
