-- Counts: for each client and each developer that it rates highly, the ways by which their money meets, how many others
--         use the place where it does, and the transfers that tell of it; of these the first are named.
-- Cost:   one pass over ratings, payouts and transfers; pairs of a client and a developer by the purses of both.
-- Limits: a place with more than $hub_transfers transfers is everybody's. A transfer for a job is somebody's hiring; that
--         it is another's stands in a CASE: by a difference alone each developer would be held against all transfers.
WITH lifted AS (
  SELECT DISTINCT from_id AS client, to_id AS developer
  FROM rated
  WHERE from_id <> to_id AND coalesce(_at, '') <= $as_of
    AND score - coalesce(scale_min, 1) >= $high_share * (coalesce(scale_max, 5) - coalesce(scale_min, 1))
),
uses AS (
  SELECT u.from_id AS who, u.to_id AS purse, u.key
  FROM paid_through u JOIN account a ON a.id = u.from_id
  WHERE coalesce(u._at, a._at, '') <= $as_of
),
purses AS (SELECT DISTINCT who, purse FROM uses),
ends AS (
  SELECT from_id AS purse, to_id AS other FROM transferred_to WHERE _at <= $as_of
  UNION ALL
  SELECT to_id, from_id FROM transferred_to WHERE _at <= $as_of AND from_id <> to_id
),
places AS (SELECT purse AS place FROM ends GROUP BY purse HAVING count(*) <= $hub_transfers),
settled AS (
  SELECT t.from_id AS payer, t.to_id AS payee, t.key, t._at AS moved_at, t.job_id, t.initiated_by, j.to_id AS hirer
  FROM transferred_to t LEFT JOIN posted_by j ON j.from_id = t.job_id
  WHERE t._at <= $as_of AND coalesce(t.status, 'settled') = 'settled'
),
free AS (
  SELECT payer, payee, min(moved_at) AS first_at, max(moved_at) AS last_at
  FROM settled
  WHERE job_id IS NULL
  GROUP BY payer, payee
),
sending AS (
  SELECT p.who, p.purse, place, first_at, last_at
  FROM purses p JOIN free ON payer = p.purse JOIN places ON place = payee
  LEFT JOIN purses own ON own.who = p.who AND own.purse = place
  WHERE own.who IS NULL
),
getting AS (
  SELECT p.who, p.purse, place, first_at, last_at
  FROM purses p JOIN free ON payee = p.purse JOIN places ON place = payer
  LEFT JOIN purses own ON own.who = p.who AND own.purse = place
  WHERE own.who IS NULL
),
-- One purse; straight back to the client's; back by way of a place between; both to one place.
found AS (
  SELECT client, developer, 0 AS rank, c.purse AS meeting, c.purse AS p, d.purse AS q, c.key AS client_use,
         d.key AS developer_use, '' AS since, '' AS until
  FROM lifted JOIN uses c ON c.who = client JOIN uses d ON d.who = developer AND d.purse = c.purse
  UNION ALL
  SELECT DISTINCT client, developer, 1, c.purse, c.purse, d.purse, NULL, NULL, '', '9999'
  FROM lifted JOIN purses c ON c.who = client JOIN purses d ON d.who = developer
  JOIN settled t ON t.payer = d.purse AND t.payee = c.purse
  LEFT JOIN purses own ON own.who = client AND own.purse = d.purse
  WHERE coalesce(t.initiated_by, '') <> 'platform' AND CASE WHEN t.hirer = developer THEN FALSE ELSE TRUE END AND own.who IS NULL
  UNION ALL
  SELECT client, developer, 2, d.place, c.purse, d.purse, NULL, NULL, d.first_at, c.last_at
  FROM lifted JOIN sending d ON d.who = developer JOIN getting c ON c.who = client AND c.place = d.place
  WHERE d.first_at <= c.last_at
  UNION ALL
  SELECT client, developer, 3, d.place, c.purse, d.purse, NULL, NULL, '', '9999'
  FROM lifted JOIN sending d ON d.who = developer JOIN sending c ON c.who = client AND c.place = d.place
),
holding AS (SELECT purse AS meeting, count(*) AS holders FROM purses GROUP BY purse),
trading AS (SELECT purse AS meeting, count(DISTINCT other) AS partners FROM ends GROUP BY purse),
listed AS (SELECT to_id AS meeting, count(*) AS lists FROM covers WHERE to_type = 'PaymentAccount' GROUP BY to_id),
ways AS (
  SELECT found.*, coalesce(holders, 0) AS holders, coalesce(partners, 0) AS partners,
         row_number() OVER (
           PARTITION BY client, developer
           ORDER BY rank, coalesce(lists, 0), coalesce(holders, 0), coalesce(partners, 0), found.meeting, p, q,
                    client_use, developer_use) AS way
  FROM found LEFT JOIN purses own ON own.who = developer AND own.purse = p
  LEFT JOIN holding USING (meeting) LEFT JOIN trading USING (meeting) LEFT JOIN listed USING (meeting)
  WHERE rank = 0 OR own.who IS NULL
),
-- What the developer sends, then what the client sends or gets: in order of time, or, of what comes back after, of keys.
legs AS (
  SELECT client, developer, way, rank, 1 AS leg, q AS payer, CASE WHEN rank = 1 THEN p ELSE meeting END AS payee,
         '' AS since, until
  FROM ways WHERE rank > 0
  UNION ALL
  SELECT client, developer, way, rank, 2, meeting, p, since, '9999' FROM ways WHERE rank = 2
  UNION ALL
  SELECT client, developer, way, rank, 2, p, meeting, '', '9999' FROM ways WHERE rank = 3
),
told AS (
  SELECT client, developer, way, leg, payer, payee, key, moved_at,
         row_number() OVER (
           PARTITION BY client, developer, way, leg
           ORDER BY CASE WHEN rank = 2 AND leg = 2 THEN '' ELSE moved_at END, key) AS nth
  FROM legs JOIN settled USING (payer, payee)
  WHERE moved_at BETWEEN since AND until
    AND ((rank = 1 AND coalesce(initiated_by, '') <> 'platform' AND hirer IS DISTINCT FROM developer)
      OR (rank > 1 AND job_id IS NULL))
),
moved AS (
  SELECT client, count(DISTINCT key) AS transfers, min(moved_at) AS first_at, max(moved_at) AS last_at
  FROM told
  GROUP BY client
)
SELECT client, developer, way, CAST(rank AS BIGINT) AS rank, meeting, p, q, client_use, developer_use, holders, partners,
       payer, payee, key, coalesce(transfers, 0) AS transfers, first_at, last_at
FROM ways LEFT JOIN told USING (client, developer, way) LEFT JOIN moved USING (client)
WHERE way <= $shown_ways AND (nth IS NULL OR nth <= $shown_transfers)
ORDER BY client, developer, way, leg, nth
