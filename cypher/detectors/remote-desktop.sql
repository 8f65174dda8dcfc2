-- Counts: for each account with a sign of remote control, how many of its sessions show which: through a port of remote
--         desktop, from an address where one is open, from a hosting address, on a machine with such tools.
-- Cost:   one pass over the sessions.
-- Limits: as remote-desktop.cypher says.
WITH addresses AS (
  SELECT id AS address,
         -- Whether one list shares anything with another is asked otherwise in every dialect of SQL.
         CASE WHEN CAST(array_intersect(open_ports, $ports) AS STRING) <> '[]' THEN 1 ELSE 0 END AS open,
         CASE WHEN kind = 'hosting' THEN 1 ELSE 0 END AS hosting,
         CASE WHEN kind = 'vpn' THEN 1 ELSE 0 END AS vpn
  FROM ip
  WHERE coalesce(ip._at, '') <= $as_of
),
logins AS (
  SELECT from_id AS who, count(*) AS sessions, min(started_at) AS first,
         max(CASE WHEN ended_at <= $as_of THEN ended_at ELSE started_at END) AS last,
         CAST(sum(CASE WHEN array_contains($ports, CAST(logged_in_from.service_port AS STRING)) THEN 1 ELSE 0 END) AS BIGINT) AS port,
         CAST(sum(coalesce(open, 0)) AS BIGINT) AS open,
         CAST(sum(coalesce(hosting, 0)) AS BIGINT) AS hosting,
         CAST(sum(coalesce(vpn, 0)) AS BIGINT) AS vpn
  FROM logged_in_from LEFT JOIN addresses ON address = to_id
  WHERE started_at <= $as_of
  GROUP BY from_id
),
tools AS (
  SELECT from_id AS who, count(*) AS tool, min(started_at) AS first_tool,
         max(CASE WHEN ended_at <= $as_of THEN ended_at ELSE started_at END) AS last_tool
  FROM logged_in_on JOIN device ON device.id = to_id
  WHERE started_at <= $as_of AND CAST(remote_access AS STRING) <> '[]'
  GROUP BY from_id
)
SELECT who AS account, sessions, first, last, port, open, hosting, vpn,
       coalesce(tool, 0) AS tool, first_tool, last_tool
FROM logins LEFT JOIN tools USING (who)
WHERE port + open + hosting + coalesce(tool, 0) > 0
ORDER BY who
