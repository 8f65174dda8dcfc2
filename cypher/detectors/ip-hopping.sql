-- Counts: for each account with several countries or many addresses, where it changed country faster than a person
--         travels, how many countries and addresses it showed on a day, and which sessions tell of it: those around a
--         leap that hides nothing first, then around the others, then those of days with many places.
-- Cost:   one pass over the sessions of each such account in order of time.
-- Limits: days are UTC days; a session of unknown end has none.
WITH logins AS (
  SELECT from_id AS who, logged_in_from.key AS session, to_id AS address, started_at, started_at_s AS began,
         CAST(floor(started_at_s / 86400) AS BIGINT) AS day,
         CASE WHEN ended_at <= $as_of THEN ended_at ELSE started_at END AS ended,
         CASE WHEN ended_at <= $as_of AND ended_at_s > started_at_s THEN ended_at_s ELSE started_at_s END AS done,
         CASE WHEN coalesce(ip._at, '') <= $as_of THEN country END AS country,
         CASE WHEN coalesce(ip._at, '') <= $as_of AND kind IN ('vpn', 'tor', 'hosting') THEN 1 ELSE 0 END AS hidden
  FROM logged_in_from JOIN ip ON ip.id = to_id
  WHERE started_at <= $as_of
),
travellers AS (
  SELECT who, count(*) AS sessions, count(DISTINCT address) AS addresses, count(DISTINCT country) AS countries,
         count(DISTINCT CASE WHEN hidden = 1 THEN country END) AS hidden_countries,
         CAST(sum(hidden) AS BIGINT) AS hidden_sessions
  FROM logins
  GROUP BY who
  HAVING count(DISTINCT country) > 1 OR count(DISTINCT address) > $usual_addresses + 2
),
journeys AS (SELECT logins.* FROM logins JOIN travellers USING (who)),
placed AS (
  SELECT who, session, began, country, hidden,
         lag(session) OVER (PARTITION BY who ORDER BY began, session) AS before,
         lag(country) OVER (PARTITION BY who ORDER BY began, session) AS left_country,
         lag(done) OVER (PARTITION BY who ORDER BY began, session) AS left_at,
         lag(hidden) OVER (PARTITION BY who ORDER BY began, session) AS left_hidden
  FROM journeys
  WHERE country IS NOT NULL
),
leaps AS (
  SELECT who, session, before, began, country, left_country, greatest(hidden, left_hidden) AS hidden,
         CASE WHEN began < left_at THEN 1 ELSE 0 END AS at_once
  FROM placed
  WHERE country <> left_country AND began - left_at < $travel_hours * 3600
),
leaping AS (
  SELECT who, CAST(sum(1 - hidden) AS BIGINT) AS leaps, CAST(sum((1 - hidden) * at_once) AS BIGINT) AS leaps_at_once,
         CAST(sum(hidden) AS BIGINT) AS hidden_leaps
  FROM leaps
  GROUP BY who
),
leap_countries AS (
  SELECT who, count(DISTINCT country) AS leap_countries
  FROM (
    SELECT who, country FROM leaps WHERE hidden = 0
    UNION ALL
    SELECT who, left_country FROM leaps WHERE hidden = 0
  ) AS ends
  GROUP BY who
),
days AS (
  SELECT who, day, count(DISTINCT country) AS countries, count(DISTINCT address) AS addresses,
         count(DISTINCT CASE WHEN hidden = 0 THEN country END) AS shown
  FROM journeys
  GROUP BY who, day
),
busiest AS (
  SELECT who, max(countries) AS most_countries_a_day, max(shown) AS most_shown_a_day,
         max(addresses) AS most_addresses_a_day,
         CAST(sum(CASE WHEN countries > 2 THEN 1 ELSE 0 END) AS BIGINT) AS days_of_three_countries
  FROM days
  GROUP BY who
),
tells AS (
  SELECT who, before AS session, hidden AS worth, began, session AS leap, 0 AS turn FROM leaps
  UNION ALL
  SELECT who, session, hidden, began, session, 1 FROM leaps
  UNION ALL
  SELECT who, session, 2, began, session, 0
  FROM journeys JOIN days USING (who, day)
  WHERE days.countries > 2 OR days.addresses > $usual_addresses + 2
),
told AS (
  SELECT who, session, row_number() OVER (PARTITION BY who ORDER BY worth, began, leap, turn) AS nth FROM tells
),
telling AS (SELECT who, session, min(nth) AS nth FROM told GROUP BY who, session),
dates AS (
  SELECT who, min(started_at) AS first, max(ended) AS last FROM telling JOIN journeys USING (who, session) GROUP BY who
),
chosen AS (
  SELECT who, session, row_number() OVER (PARTITION BY who ORDER BY started_at, session) AS nth
  FROM telling JOIN journeys USING (who, session)
  WHERE telling.nth <= 2 * floor($most_sessions)
),
cited AS (
  SELECT who, array_agg(session) AS shown_sessions FROM chosen WHERE nth <= $most_sessions GROUP BY who
)
SELECT who AS account, sessions, addresses, countries, coalesce(leaps, 0) AS leaps,
       coalesce(leaps_at_once, 0) AS leaps_at_once, coalesce(leap_countries, 0) AS leap_countries,
       coalesce(hidden_leaps, 0) AS hidden_leaps, hidden_countries, hidden_sessions,
       most_countries_a_day, most_shown_a_day, days_of_three_countries, most_addresses_a_day,
       first, last, shown_sessions
FROM travellers JOIN busiest USING (who) JOIN dates USING (who) JOIN cited USING (who)
LEFT JOIN leaping USING (who) LEFT JOIN leap_countries USING (who)
ORDER BY who
