-- Counts: of each platform and trade, how many accounts have sessions, and how many show each sign of remote control.
-- Cost:   one pass over the sessions.
-- Limits: as remote-desktop.cypher says.
WITH addresses AS (
  SELECT id AS address,
         CASE WHEN CAST(array_intersect(open_ports, $ports) AS STRING) <> '[]' THEN 1 ELSE 0 END AS open,
         CASE WHEN kind = 'hosting' THEN 1 ELSE 0 END AS hosting
  FROM ip
  WHERE coalesce(ip._at, '') <= $as_of
),
logins AS (
  SELECT from_id AS who, max(CASE WHEN array_contains($ports, CAST(logged_in_from.service_port AS STRING)) THEN 1 ELSE 0 END) AS port,
         max(coalesce(open, 0)) AS open, max(coalesce(hosting, 0)) AS hosting
  FROM logged_in_from LEFT JOIN addresses ON address = to_id
  WHERE started_at <= $as_of
  GROUP BY from_id
),
signs AS (
  SELECT who, 1 AS sessions, port, open, hosting, 0 AS tool FROM logins
  UNION ALL
  SELECT DISTINCT from_id, 0, 0, 0, 0, 1
  FROM logged_in_on JOIN device ON device.id = to_id
  WHERE started_at <= $as_of AND CAST(remote_access AS STRING) <> '[]'
),
stated AS (
  SELECT a.id AS who, coalesce(CASE WHEN s.from_id IS NULL THEN a.platform ELSE s.platform END, '') AS platform,
         coalesce(CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END, '') AS trade
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
)
SELECT platform, trade, CAST(sum(sessions) AS BIGINT) AS accounts, CAST(sum(port) AS BIGINT) AS port,
       CAST(sum(open) AS BIGINT) AS open, CAST(sum(tool) AS BIGINT) AS tool, CAST(sum(hosting) AS BIGINT) AS hosting
FROM signs JOIN stated USING (who)
GROUP BY platform, trade
ORDER BY platform, trade
