-- Counts: places that hide nothing where several accounts showed themselves once or twice and nobody is a regular, and of
--         each such account how much of what it does elsewhere is hidden.
-- Cost:   one pass over the sessions by account and address.
-- Limits: as vpn-slip.cypher says.
WITH logins AS (
  SELECT from_id AS who, to_id AS address, count(*) AS sessions
  FROM logged_in_from
  WHERE started_at <= $as_of
  GROUP BY from_id, to_id
),
addresses AS (
  SELECT id AS address, place, CASE WHEN coalesce(ip._at, '') <= $as_of THEN kind END AS kind,
         CASE WHEN coalesce(ip._at, '') <= $as_of
              THEN coalesce('AS' || replace(upper(asn), 'AS', ''), as_name) END AS network
  FROM ip
  WHERE id IN (SELECT to_id FROM logged_in_from)
),
open AS (
  SELECT place, address, first_value(network) OVER (PARTITION BY place ORDER BY address) AS network,
         first_value(kind) OVER (PARTITION BY place ORDER BY CASE WHEN kind IS NULL THEN 1 ELSE 0 END, address) AS kind
  FROM addresses
  WHERE coalesce(kind, '') NOT IN ('vpn', 'tor', 'hosting', 'mobile', 'coworking', 'education')
    AND address NOT IN (SELECT to_id FROM covers WHERE to_type = 'Ip')
),
visits AS (
  SELECT place, who, CAST(sum(sessions) AS BIGINT) AS visits, array_sort(array_agg(address)) AS addresses
  FROM open JOIN logins USING (address)
  GROUP BY place, who
),
slips AS (
  SELECT place, count(*) AS guests
  FROM visits
  GROUP BY place
  HAVING count(*) > 1 AND count(*) <= $hub_accounts AND max(visits) <= $most_visits
),
networks AS (SELECT DISTINCT place, kind, network FROM open),
places AS (
  SELECT place, coalesce(kind, 'unknown') AS kind, network, guests,
         count(*) OVER (PARTITION BY network) - 1 AS passed_through
  FROM slips JOIN networks USING (place)
),
habits AS (
  SELECT who, CAST(sum(sessions) AS BIGINT) AS sessions,
         CAST(sum(CASE WHEN kind IN ('vpn', 'tor', 'hosting') THEN sessions ELSE 0 END) AS BIGINT) AS hidden
  FROM logins JOIN addresses USING (address)
  GROUP BY who
),
homes AS (
  SELECT who, network, CAST(sum(sessions) AS BIGINT) AS there
  FROM logins JOIN addresses USING (address)
  GROUP BY who, network
),
hiding AS (
  SELECT place, places.kind, places.network, guests, passed_through, visits.who, visits.addresses, hidden,
         habits.sessions - visits AS elsewhere,
         CASE WHEN there - visits > CAST(0.2 AS DOUBLE) * (habits.sessions - visits) THEN 1 ELSE 0 END AS at_home,
         count(*) OVER (PARTITION BY place) AS accounts
  FROM places JOIN visits USING (place) JOIN habits USING (who)
  LEFT JOIN homes ON homes.who = visits.who AND homes.network = places.network
  WHERE hidden > 0 AND hidden >= $hidden_share * (habits.sessions - visits)
)
SELECT place, kind, network, guests, passed_through, who AS account, addresses, hidden, elsewhere, at_home
FROM hiding
WHERE accounts > 1
ORDER BY place, account
