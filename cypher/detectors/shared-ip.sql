-- Counts: for each two accounts of one place, on how many days both were there, for how long at the same minutes, and how
--         often a session of the one was followed by one of the other. An IPv6 /64 is one place where nothing that is
--         known of its addresses contradicts one household.
-- Cost:   pairs of the sessions of one hour and of the accounts of one day, at places of a few accounts alone.
-- Limits: left out are places where no two accounts did more than come on one and the same day: that is never enough. A
--         session counts for 48 hours at most, of unknown end for half an hour; days are UTC days.
WITH logins AS (
  SELECT to_id AS address, from_id AS who, started_at_s AS began,
         CASE WHEN ended_at <= $as_of AND ended_at_s >= started_at_s THEN ended_at_s ELSE started_at_s + 1800 END AS done
  FROM logged_in_from
  WHERE started_at <= $as_of
),
guests AS (SELECT DISTINCT address, who FROM logins),
known AS (
  SELECT id AS address, place, asn, country, city FROM ip WHERE id IN (SELECT to_id FROM logged_in_from)
),
households AS (
  SELECT place
  FROM known LEFT JOIN guests USING (address)
  GROUP BY place
  HAVING count(DISTINCT who) <= $hub_accounts
     AND count(DISTINCT asn) < 2 AND count(DISTINCT country) < 2 AND count(DISTINCT city) < 2
),
located AS (
  SELECT address, coalesce(households.place, address) AS place
  FROM known LEFT JOIN households ON households.place = known.place
),
shared AS (
  SELECT place, count(DISTINCT who) AS users
  FROM located JOIN guests USING (address)
  GROUP BY place
  HAVING count(DISTINCT who) > 1 AND count(DISTINCT who) <= $hub_accounts
),
sessions AS (
  SELECT place, who, began, done FROM logins JOIN located USING (address) JOIN shared USING (place)
),
ordered AS (
  SELECT place, who, began,
         lag(who) OVER (PARTITION BY place ORDER BY began, who, done) AS before,
         lag(done) OVER (PARTITION BY place ORDER BY began, who, done) AS until
  FROM sessions
),
present AS (SELECT DISTINCT place, who, CAST(floor(began / 86400) AS BIGINT) AS day FROM sessions),
hourly AS (
  SELECT place, who, began, done, CAST(floor(began / 3600) AS BIGINT) + later AS hour
  FROM sessions JOIN range(0, 49) AS hours(later)
    ON later <= floor(least(done, began + 172800) / 3600) - floor(began / 3600)
),
together AS (
  SELECT place, one.who AS a, other.who AS b, CAST(floor(hour / 24) AS BIGINT) AS day,
         least(one.done, other.done, hour * 3600 + 3600) - greatest(one.began, other.began, hour * 3600) AS seconds
  FROM hourly one JOIN hourly other USING (place, hour)
  WHERE one.who < other.who
),
meetings AS (
  SELECT place, a, b, day, seconds, 0 AS handovers, 0 AS passes, 1 AS same_day FROM together WHERE seconds > 0
  UNION ALL
  SELECT place, least(before, who), greatest(before, who), CAST(floor(began / 86400) AS BIGINT), 0,
         CASE WHEN began BETWEEN until AND until + $handover_minutes * 60 THEN 1 ELSE 0 END, 1, 0
  FROM ordered
  WHERE before <> who
  UNION ALL
  SELECT place, one.who, other.who, day, 0, 0, 0, 1
  FROM present one JOIN present other USING (place, day)
  WHERE one.who < other.who
),
days AS (
  SELECT place, a, b, day, CAST(sum(seconds) AS BIGINT) AS seconds, CAST(sum(handovers) AS BIGINT) AS handovers,
         CAST(sum(passes) AS BIGINT) AS passes, max(same_day) AS same_day,
         CASE WHEN sum(seconds) >= $minutes_together * 60 THEN 1 ELSE 0 END AS at_once
  FROM meetings
  GROUP BY place, a, b, day
),
pairs AS (
  SELECT place, a, b, CAST(sum(same_day) AS BIGINT) AS days_both, CAST(sum(at_once) AS BIGINT) AS days_at_once,
         CAST(sum(CASE WHEN at_once = 1 OR handovers > 0 THEN 1 ELSE 0 END) AS BIGINT) AS days_together,
         CAST(sum(seconds) AS BIGINT) AS seconds, CAST(sum(handovers) AS BIGINT) AS handovers,
         CAST(sum(passes) AS BIGINT) AS passes
  FROM days
  GROUP BY place, a, b
),
met AS (
  SELECT place, a, b, array_sort(array_agg(day)) AS meetings
  FROM days
  WHERE at_once = 1 OR handovers > 0
  GROUP BY place, a, b
),
telling AS (SELECT DISTINCT place FROM pairs WHERE days_both > 1 OR days_together > 0 OR passes > 1),
presence AS (SELECT place, who, count(*) AS days FROM present GROUP BY place, who),
open AS (SELECT place, count(DISTINCT day) AS days FROM present GROUP BY place),
networks AS (SELECT place, array_sort(array_agg(address)) AS addresses FROM located GROUP BY place),
parties AS (SELECT from_id AS who, min(to_id) AS party FROM declared_with GROUP BY from_id)
SELECT pairs.place, CASE WHEN row_number() OVER (PARTITION BY pairs.place ORDER BY a, b) = 1 THEN addresses END AS addresses,
       users, a, b, days_both, days_together, days_at_once, seconds, handovers, greatest(passes - 1, 0) AS returns,
       CAST(one.days * other.days AS DOUBLE) / open.days AS days_by_chance, meetings,
       coalesce(a_party.party, a) = coalesce(b_party.party, b) AS declared
FROM pairs JOIN telling USING (place) JOIN shared USING (place) JOIN open USING (place) JOIN networks USING (place)
LEFT JOIN met USING (place, a, b)
JOIN presence one ON one.place = pairs.place AND one.who = a
JOIN presence other ON other.place = pairs.place AND other.who = b
LEFT JOIN parties a_party ON a_party.who = a
LEFT JOIN parties b_party ON b_party.who = b
WHERE days_both > 0 OR handovers > 0 OR passes > 1
ORDER BY place, a, b
