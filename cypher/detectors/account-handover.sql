-- Counts: per account, what changed of it once it was settled, and the window of $window_days days that holds the most
--         of that; then the sessions before and after, how many of the later ones are at addresses of before, whether
--         the addresses are in another country, and whether the holder declared a move about that time.
-- Cost:   one pass over sessions, payments and changes; sessions are compared for accounts with such a window alone.
-- Limits: as account-handover.cypher says.
WITH sessions AS (
  SELECT from_id AS account, to_id AS address, key, started_at, started_at_s AS moment, logged_in_from.service_port AS used_port
  FROM logged_in_from
  WHERE started_at <= $as_of
),
used AS (SELECT account, count(*) AS sessions, min(moment) AS since FROM sessions GROUP BY account),
settled AS (
  SELECT a.id AS account, coalesce(sessions, 0) AS sessions,
         coalesce(since, created_at_s) + $settled_days * 86400 AS settled
  FROM account a LEFT JOIN used ON used.account = a.id
),
payouts AS (
  SELECT from_id AS account, to_id AS thing, key, first_used_at_s AS moment, concat(first_used_at, key) AS ordinal,
         row_number() OVER (PARTITION BY from_id ORDER BY first_used_at, key) AS nth
  FROM paid_through
  WHERE coalesce(purpose, 'payout') = 'payout' AND first_used_at <= $as_of
),
stated AS (
  SELECT o.to_id AS account, c.id AS thing, o.key, c.field, c.changed_at_s AS moment,
         concat(c.changed_at, c.id) AS ordinal
  FROM account_change c JOIN change_of o ON o.from_id = c.id
  WHERE c.changed_at <= $as_of
),
used_on AS (
  SELECT from_id AS account, to_id AS thing, count(*) AS times, concat(min(started_at), to_id) AS ordinal,
         min(started_at_s) AS moment, max(started_at_s) AS last
  FROM logged_in_on
  WHERE started_at <= $as_of
  GROUP BY from_id, to_id
),
-- A machine that replaces those before it: none of them is used much longer.
machines AS (
  SELECT account, thing, times, ordinal, moment,
         max(last) OVER (PARTITION BY account ORDER BY ordinal
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS others_until
  FROM used_on JOIN device ON device.id = thing
),
tools AS (
  SELECT account, thing, moment, row_number() OVER (PARTITION BY account ORDER BY ordinal) AS nth
  FROM used_on JOIN device ON device.id = thing
  WHERE CAST(remote_access AS STRING) <> '[]'
),
-- An address that is rented somewhere is no tool and no port of remote control.
remote_addresses AS (
  SELECT id, coalesce(arrays_overlap(open_ports, $ports), FALSE) AS by_port
  FROM ip
  WHERE coalesce(ip._at, '') <= $as_of AND (kind = 'hosting' OR coalesce(arrays_overlap(open_ports, $ports), FALSE))
),
ways_in AS (
  SELECT account, address AS thing, key, moment,
         row_number() OVER (PARTITION BY account ORDER BY started_at, key) AS nth,
         coalesce(array_contains($ports, CAST(used_port AS STRING)), FALSE) OR coalesce(by_port, FALSE) AS by_port
  FROM sessions LEFT JOIN remote_addresses r ON r.id = address
  WHERE r.id IS NOT NULL OR array_contains($ports, CAST(used_port AS STRING))
),
-- Of each `kind` the first counts once; `ordinal` is the order of those of one second.
events AS (
  SELECT account, 'payout' AS kind, 'payout' AS what, CAST(1 AS DOUBLE) AS weight, moment, 'PAID_THROUGH' AS relation,
         thing, key, ordinal
  FROM payouts
  WHERE nth > 1
  UNION ALL
  SELECT account, 'device', 'device', 1, moment, 'LOGGED_IN_ON', thing, NULL, ordinal
  FROM machines
  WHERE times >= $least_sessions AND others_until <= moment + $window_days * 86400
  UNION ALL
  SELECT account, field, field, CASE field WHEN 'email' THEN 0.8 ELSE 0.5 END, moment, 'CHANGE_OF', thing, key, ordinal
  FROM stated
  WHERE field IN ('email', 'phone')
  UNION ALL
  SELECT account, 'name', 'name', 0.5, moment, 'CHANGE_OF', thing, key, ordinal
  FROM stated
  WHERE field IN ('legal_name', 'display_name')
  UNION ALL
  SELECT account, 'way in', 'remote', 0.8, moment, 'LOGGED_IN_ON', thing, NULL, '1' FROM tools WHERE nth = 1
  UNION ALL
  SELECT account, 'way in', CASE WHEN by_port THEN 'remote' ELSE 'hosting' END, 0.8, moment, 'LOGGED_IN_FROM',
         thing, key, CASE WHEN by_port THEN '2' ELSE '3' END
  FROM ways_in
  WHERE nth = 1
),
-- What begins with each, summed from the weightiest on, so that it is always rounded alike.
windows AS (
  SELECT account, moment,
         max(CASE kind WHEN 'payout' THEN weight ELSE 0 END) OVER ahead
         + max(CASE kind WHEN 'device' THEN weight ELSE 0 END) OVER ahead
         + max(CASE kind WHEN 'email' THEN weight ELSE 0 END) OVER ahead
         + max(CASE kind WHEN 'way in' THEN weight ELSE 0 END) OVER ahead
         + max(CASE kind WHEN 'phone' THEN weight ELSE 0 END) OVER ahead
         + max(CASE kind WHEN 'name' THEN weight ELSE 0 END) OVER ahead AS weight
  FROM events JOIN settled USING (account)
  WHERE moment >= settled
  WINDOW ahead AS (PARTITION BY account ORDER BY moment
                   RANGE BETWEEN CURRENT ROW
                     AND CAST(CAST($window_days AS DOUBLE) * CAST(86400 AS DOUBLE) AS BIGINT) FOLLOWING)
),
weightiest AS (
  SELECT account, moment, weight, row_number() OVER (PARTITION BY account ORDER BY weight DESC, moment) AS nth
  FROM windows
),
within AS (
  SELECT e.account, w.moment AS begun, w.weight, e.what, e.weight AS own_weight, e.moment, e.relation, e.thing, e.key,
         row_number() OVER (PARTITION BY e.account, e.kind ORDER BY e.moment, e.ordinal) AS nth
  FROM weightiest w JOIN events e
    ON e.account = w.account AND e.moment BETWEEN w.moment AND w.moment + $window_days * 86400
  WHERE w.nth = 1 AND w.weight >= 0.8
),
handovers AS (
  SELECT account, begun, weight, max(moment) AS done
  FROM within
  WHERE nth = 1
  GROUP BY account, begun, weight
),
compared AS (
  SELECT s.account, s.address, CASE WHEN s.moment < begun THEN 1 ELSE 0 END AS before,
         CASE WHEN s.moment < begun THEN 0 ELSE 1 END AS after,
         CASE WHEN coalesce(ip._at, '') <= $as_of AND coalesce(ip.kind, '') NOT IN ('vpn', 'tor', 'hosting')
              THEN ip.country END AS country
  FROM sessions s JOIN handovers h ON h.account = s.account JOIN ip ON ip.id = s.address
  WHERE s.moment < begun OR s.moment >= done
),
addresses AS (
  SELECT account, address, sum(before) AS before, sum(after) AS after
  FROM compared
  GROUP BY account, address
),
sides AS (
  SELECT account, CAST(sum(before) AS BIGINT) AS before, CAST(sum(after) AS BIGINT) AS after,
         CAST(sum(CASE WHEN before > 0 THEN after ELSE 0 END) AS BIGINT) AS at_same_addresses
  FROM addresses
  GROUP BY account
),
countries AS (
  SELECT account, country, sum(before) AS before, sum(after) AS after
  FROM compared
  WHERE country IS NOT NULL
  GROUP BY account, country
),
ranked AS (
  SELECT account, country, before, after, sum(before) OVER (PARTITION BY account) AS all_before,
         sum(after) OVER (PARTITION BY account) AS all_after,
         row_number() OVER (PARTITION BY account ORDER BY before DESC, country) AS before_rank,
         row_number() OVER (PARTITION BY account ORDER BY after DESC, country) AS after_rank
  FROM countries
),
abroad AS (
  SELECT home.account
  FROM ranked home JOIN ranked away ON away.account = home.account AND away.country <> home.country
  WHERE home.before_rank = 1 AND home.before > 0 AND home.after * 5 <= home.all_after
    AND away.after_rank = 1 AND away.after > 0 AND away.before * 5 <= away.all_before
),
moved AS (
  SELECT DISTINCT h.account
  FROM handovers h JOIN stated s ON s.account = h.account
  WHERE s.field IN ('country', 'city', 'address', 'timezone')
    AND s.moment BETWEEN begun - 90 * 86400 AND done + 90 * 86400
)
SELECT w.account, begun, done, h.weight, sessions, coalesce(before, 0) AS before, coalesce(after, 0) AS after,
       coalesce(before >= $least_sessions AND after >= $least_sessions, FALSE) AS comparable,
       coalesce(at_same_addresses, 0) AS at_same_addresses, abroad.account IS NOT NULL AS abroad,
       moved.account IS NOT NULL AS moved, what, relation, thing, key
FROM handovers h JOIN within w USING (account, begun) JOIN settled ON settled.account = w.account
LEFT JOIN sides ON sides.account = w.account
LEFT JOIN abroad ON abroad.account = w.account
LEFT JOIN moved ON moved.account = w.account
WHERE nth = 1
ORDER BY w.account, own_weight DESC, w.moment, what DESC
