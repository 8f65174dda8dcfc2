-- Counts: what one person earns in a month, by trade and currency (trade '' for all), delivers in a week and works on at
--         once: of each, in order, the two next to the middle and the two next to the 84th percentile, which
--         earnings-beyond-one-person.baseline.cypher takes the logarithms of. Agencies are left out.
-- Cost:   one pass over payouts, the transfers into them and the accepted bids.
-- Limits: as those of earnings-beyond-one-person.sql, with whose months, weeks and sums these are compared.
WITH marks AS (
  SELECT coalesce(CAST(count(CASE WHEN t.job_id IS NOT NULL OR initiated_by = 'platform' THEN 1 END) AS DOUBLE) / count(*),
                  0) >= CAST(0.1 AS DOUBLE) AS work_marked
  FROM transferred_to t
  WHERE t._at <= $as_of
),
workers AS (
  SELECT a.id AS who, coalesce(CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END, '') AS trade
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
  WHERE coalesce(CASE WHEN s.from_id IS NULL THEN a.role ELSE s.role END, '') NOT IN ('agency', 'client')
),
uses AS (
  SELECT u.from_id AS who, u.to_id AS purse
  FROM paid_through u JOIN account a ON a.id = u.from_id
  WHERE coalesce(u.purpose, 'payout') = 'payout' AND coalesce(u._at, a._at, '') <= $as_of
),
purses AS (SELECT purse, max(who) AS who FROM uses GROUP BY purse HAVING count(*) = 1),
-- What somebody moves between own purses is earned by nobody.
income AS (
  SELECT p.who, coalesce(t.currency, '') AS currency, min(t._at) AS first, max(t._at) AS last,
         CAST(sum(CAST(least(t.amount, 1e18) AS DECIMAL(38, 9))) AS DOUBLE) AS total
  FROM transferred_to t JOIN purses p ON p.purse = t.to_id
  LEFT JOIN purses own ON own.purse = t.from_id AND own.who = p.who
  CROSS JOIN marks
  WHERE own.who IS NULL AND t._at <= $as_of AND t.amount > 0 AND coalesce(t.status, 'settled') = 'settled'
    AND (NOT work_marked OR t.job_id IS NOT NULL OR t.initiated_by = 'platform')
  GROUP BY p.who, coalesce(t.currency, '')
),
lasting AS (
  SELECT who, trade, currency, total,
         (CAST(substr(last, 1, 4) AS BIGINT) - CAST(substr(first, 1, 4) AS BIGINT)) * 12
           + CAST(substr(last, 6, 2) AS BIGINT) - CAST(substr(first, 6, 2) AS BIGINT) + 1 AS months
  FROM income JOIN workers USING (who)
),
-- A job counts once, from the first of its accepted bids on.
bids AS (
  SELECT w.who, coalesce(b.submitted_at, j.posted_at) AS begun, j.due_at,
         CASE WHEN j.finished_at <= $as_of THEN j.finished_at END AS finished,
         CASE WHEN j.finished_at <= $as_of THEN floor((j.finished_at_s - 345600) / 604800) END AS week,
         row_number() OVER (PARTITION BY w.who, j.id ORDER BY b.submitted_at NULLS LAST, b.key) AS nth
  FROM bid_on b JOIN job j ON j.id = b.to_id JOIN workers w ON w.who = b.from_id
  WHERE b.status = 'accepted' AND coalesce(b.submitted_at, j._at, '') <= $as_of
),
delivered AS (
  SELECT who, count(finished) AS jobs, CAST(max(week) - min(week) AS BIGINT) + 1 AS weeks
  FROM bids
  WHERE nth = 1 AND finished IS NOT NULL
  GROUP BY who
),
turns AS (
  SELECT who, begun AS turned_at, 1 AS step FROM bids WHERE nth = 1 AND coalesce(finished, due_at) > begun
  UNION ALL
  SELECT who, coalesce(finished, due_at), -1 FROM bids WHERE nth = 1 AND coalesce(finished, due_at) > begun
),
running AS (
  SELECT who, sum(step) OVER (PARTITION BY who ORDER BY turned_at, step ROWS UNBOUNDED PRECEDING) AS jobs FROM turns
),
rates AS (
  -- Compared over at least $least_months; what a month is, those tell alone who earned for so long.
  SELECT 'income' AS figure, trade, currency, total / CASE WHEN months < $least_months THEN $least_months ELSE months END AS rate
  FROM lasting
  UNION ALL
  SELECT 'income', '', currency, total / CASE WHEN months < $least_months THEN $least_months ELSE months END
  FROM lasting
  WHERE trade <> ''
  UNION ALL
  SELECT 'month', trade, currency, total / months FROM lasting WHERE months >= $least_months
  UNION ALL
  SELECT 'month', '', currency, total / months FROM lasting WHERE months >= $least_months AND trade <> ''
  UNION ALL
  SELECT 'delivered', '', '', CAST(jobs AS DOUBLE) / CASE WHEN weeks < 4 THEN 4 ELSE weeks END FROM delivered
  UNION ALL
  SELECT 'at once', '', '', CAST(max(jobs) AS DOUBLE) FROM running GROUP BY who
),
ranked AS (
  SELECT *, count(*) OVER (PARTITION BY figure, trade, currency) AS peers,
         row_number() OVER (PARTITION BY figure, trade, currency ORDER BY rate) - 1 AS nth
  FROM rates
),
placed AS (
  SELECT *, CAST(0.5 AS DOUBLE) * (peers - 1) AS middle, CAST(0.84 AS DOUBLE) * (peers - 1) AS high FROM ranked
)
SELECT 'marked' AS figure, '' AS trade, '' AS currency, CASE WHEN work_marked THEN 1 ELSE 0 END AS peers,
       CAST(NULL AS DOUBLE) AS middle_below, CAST(NULL AS DOUBLE) AS middle_above,
       CAST(NULL AS DOUBLE) AS high_below, CAST(NULL AS DOUBLE) AS high_above
FROM marks
UNION ALL
SELECT figure, trade, currency, max(peers), max(CASE WHEN nth = floor(middle) THEN rate END),
       max(CASE WHEN nth = ceil(middle) THEN rate END), max(CASE WHEN nth = floor(high) THEN rate END),
       max(CASE WHEN nth = ceil(high) THEN rate END)
FROM placed
GROUP BY figure, trade, currency
ORDER BY figure, trade, currency
