-- Counts: where the money of unrelated accounts may meet: the ways there from their payouts, step by step, with the
--         transfers of each step, and who else pays the place, is paid by it or paid there.
-- Cost:   joins of MOVES_ON with itself, of which a payment account has a handful; one pass over the transfers.
-- Limits: keeps a little more than $min_kept asks for: the root of what a way keeps is for Cypher to draw.
WITH uses AS (
  SELECT u.from_id AS account, u.to_id AS purse, u.key AS use_key, coalesce(u.purpose, 'payout') AS purpose
  FROM paid_through u JOIN account a ON a.id = u.from_id
  WHERE coalesce(u._at, a._at, '') <= $as_of
),
owners AS (
  SELECT a.id AS account, coalesce(d.to_id, a.id) AS party,
         CASE WHEN s.from_id IS NULL THEN a.country ELSE s.country END AS country
  FROM account a LEFT JOIN declared_with d ON d.from_id = a.id LEFT JOIN stated_then s ON s.from_id = a.id
),
moves AS (SELECT from_id, to_id, score, row_number() OVER (ORDER BY from_id, to_id) AS id FROM moves_on),
-- No step is gone twice. What is kept only shrinks, so that a way which keeps too little is left where it is.
ways1 AS (
  SELECT m.id AS m1, m.from_id AS s0, m.to_id AS s1, m.score AS kept
  FROM moves m JOIN (SELECT DISTINCT purse FROM uses WHERE purpose = 'payout') p ON p.purse = m.from_id
),
ways2 AS (
  SELECT w.m1, m.id AS m2, s0, s1, m.to_id AS s2, kept * m.score AS kept
  FROM ways1 w JOIN moves m ON m.from_id = s1
  WHERE $max_hops >= 2 AND m.id <> m1 AND kept * m.score >= 0.999 * power($min_kept, $max_hops)
),
ways3 AS (
  SELECT w.m1, w.m2, m.id AS m3, s0, s1, s2, m.to_id AS s3, kept * m.score AS kept
  FROM ways2 w JOIN moves m ON m.from_id = s2
  WHERE $max_hops >= 3 AND m.id NOT IN (m1, m2) AND kept * m.score >= 0.999 * power($min_kept, $max_hops)
),
ways4 AS (
  SELECT w.m1, w.m2, w.m3, m.id AS m4, s0, s1, s2, s3, m.to_id AS s4, kept * m.score AS kept
  FROM ways3 w JOIN moves m ON m.from_id = s3
  WHERE $max_hops >= 4 AND m.id NOT IN (m1, m2, m3) AND kept * m.score >= 0.999 * power($min_kept, $max_hops)
),
ways5 AS (
  SELECT s0, s1, s2, s3, s4, m.to_id AS s5, kept * m.score AS kept
  FROM ways4 w JOIN moves m ON m.from_id = s4
  WHERE $max_hops >= 5 AND m.id NOT IN (m1, m2, m3, m4)
),
ways AS (
  SELECT 'MOVES_ON' AS relation, 1 AS hops, kept, s0, s1, '' AS s2, '' AS s3, '' AS s4, '' AS s5, s0 AS side, s1 AS place
  FROM ways1
  UNION ALL SELECT 'MOVES_ON', 2, kept, s0, s1, s2, '', '', '', s1, s2 FROM ways2
  UNION ALL SELECT 'MOVES_ON', 3, kept, s0, s1, s2, s3, '', '', s2, s3 FROM ways3
  UNION ALL SELECT 'MOVES_ON', 4, kept, s0, s1, s2, s3, s4, '', s3, s4 FROM ways4
  UNION ALL SELECT 'MOVES_ON', 5, kept, s0, s1, s2, s3, s4, s5, s4, s5 FROM ways5
  UNION ALL SELECT 'SPLITS_TO', 1, 1.0, from_id, to_id, '', '', '', '', from_id, to_id FROM splits_to
),
home AS (SELECT DISTINCT purse AS place, party FROM uses JOIN owners USING (account)),
-- The accounts paid there themselves, and those openly connected with them, bring there their own money.
sources AS (
  SELECT w.*, u.account, u.use_key, o.party, o.country,
         row_number() OVER (
           PARTITION BY w.place, u.account ORDER BY hops, s0, s1, s2, s3, s4, s5, relation, use_key) AS way
  FROM ways w JOIN uses u ON u.purse = w.s0 JOIN owners o ON o.account = u.account
  LEFT JOIN home h ON h.place = w.place AND h.party = o.party
  WHERE h.party IS NULL
    AND (relation = 'SPLITS_TO' OR (u.purpose = 'payout' AND s0 <> w.place AND kept >= 0.999 * power($min_kept, hops)))
),
-- Money meets where it comes in from more than one side, or where one side splits it.
meeting AS (
  SELECT place
  FROM sources
  GROUP BY place
  HAVING (count(DISTINCT party) > 1 AND count(DISTINCT side) > 1) OR max(relation) = 'SPLITS_TO'
),
steps AS (
  SELECT place, account, way, 1 AS step, s0 AS payer, s1 AS payee FROM sources
  UNION ALL SELECT place, account, way, 2, s1, s2 FROM sources WHERE hops >= 2
  UNION ALL SELECT place, account, way, 3, s2, s3 FROM sources WHERE hops >= 3
  UNION ALL SELECT place, account, way, 4, s3, s4 FROM sources WHERE hops >= 4
  UNION ALL SELECT place, account, way, 5, s4, s5 FROM sources WHERE hops >= 5
),
flows AS (
  SELECT from_id AS payer, to_id AS payee, count(*) AS transfers, min(_at) AS first_at, max(_at) AS last_at
  FROM transferred_to
  WHERE _at <= $as_of AND coalesce(status, 'settled') = 'settled'
  GROUP BY from_id, to_id
),
paying AS (SELECT payee AS place, count(*) AS payers FROM flows GROUP BY payee),
paid AS (SELECT payer AS place, count(*) AS payees FROM flows GROUP BY payer),
there AS (SELECT purse AS place, count(DISTINCT account) AS paid_there FROM uses GROUP BY purse)
SELECT place, account, way, step, payer, payee, s.relation, s.party, s.country, s.use_key, s.s0 AS payout,
       coalesce(transfers, 0) AS transfers, first_at, last_at, coalesce(payers, 0) AS payers,
       coalesce(payees, 0) AS payees, coalesce(paid_there, 0) AS paid_there
FROM meeting JOIN sources s USING (place) JOIN steps USING (place, account, way)
LEFT JOIN flows USING (payer, payee) LEFT JOIN paying USING (place) LEFT JOIN paid USING (place)
LEFT JOIN there USING (place)
ORDER BY place, account, way, step
