-- Counts: what an account and the one it brought in or recommended have in common: machines, addresses and payment
--         accounts, papers and clients, and how many have each.
-- Cost:   one pass over the sessions, papers and accepted bids of those who were brought in or brought in somebody.
-- Limits: what has more than $hub_accounts accounts behind it is left out.
WITH brought AS (
  SELECT r.to_id AS giver, r.from_id AS newcomer, 'REFERRED_BY' AS relation, r.key, r._at AS happened_at
  FROM referred_by r JOIN account n ON n.id = r.from_id
  WHERE coalesce(n.created_at, '') <= $as_of
  UNION ALL
  SELECT from_id, to_id, 'LINKED_TO', key, linked_to._at
  FROM linked_to
  WHERE kind = 'recommended' AND from_type = 'Account' AND to_type = 'Account' AND coalesce(since, '') <= $as_of
),
pairs AS (
  SELECT DISTINCT giver || ' ' || newcomer AS pair, giver, newcomer FROM brought WHERE giver <> newcomer
),
referrers AS (
  SELECT to_id AS giver, count(*) AS brought_in
  FROM referred_by JOIN account n ON n.id = from_id
  WHERE coalesce(n.created_at, '') <= $as_of
  GROUP BY to_id
),
members AS (SELECT giver AS who FROM pairs UNION SELECT newcomer FROM pairs),
-- Who was there by then: a use without a time is one since the account was opened.
uses AS (
  SELECT 'device' AS kind, 'Device' AS label, 'LOGGED_IN_ON' AS relation, from_id AS who, to_id AS thing, key,
         started_at AS used_at, true AS by_then
  FROM logged_in_on
  WHERE started_at <= $as_of
  UNION ALL
  SELECT 'ip', 'Ip', 'LOGGED_IN_FROM', from_id, to_id, key, started_at, true
  FROM logged_in_from
  WHERE started_at <= $as_of
  UNION ALL
  SELECT 'payout', 'PaymentAccount', 'PAID_THROUGH', from_id, to_id, key, first_used_at,
         coalesce(first_used_at, created_at, '') <= $as_of
  FROM paid_through JOIN account ON id = from_id
  WHERE coalesce(first_used_at, '') <= $as_of
),
first_uses AS (
  SELECT uses.*, row_number() OVER (PARTITION BY kind, thing, who ORDER BY used_at NULLS LAST, key) AS nth
  FROM uses JOIN members USING (who)
),
shared AS (
  SELECT pair, its.kind, its.label, its.relation, its.thing,
         mine.key AS giver_key, mine.used_at AS giver_time, its.key AS newcomer_key, its.used_at AS newcomer_time
  FROM pairs
  JOIN first_uses mine ON mine.who = giver AND mine.nth = 1
  JOIN first_uses its ON its.who = newcomer AND its.nth = 1 AND its.kind = mine.kind AND its.thing = mine.thing
),
held AS (
  SELECT kind, thing, count(DISTINCT CASE WHEN by_then THEN who END) AS holders
  FROM uses JOIN (SELECT DISTINCT kind, thing FROM shared) USING (kind, thing)
  GROUP BY kind, thing
  HAVING count(DISTINCT CASE WHEN by_then THEN who END) <= $hub_accounts
),
traits AS (
  SELECT shared.*, holders, known.to_id IS NOT NULL AS known,
         row_number() OVER (PARTITION BY pair ORDER BY kind, thing) AS nth
  FROM shared JOIN held USING (kind, thing)
  LEFT JOIN (SELECT DISTINCT to_id, to_type FROM covers) known ON known.to_id = thing AND known.to_type = label
),
papers AS (
  SELECT d.id, h.to_id AS who, h.key, coalesce(h._at, d.submitted_at) AS happened_at,
         d.sha256, d.photo_hash, d.kind || ' ' || d.number AS numbered
  FROM document d JOIN handed_in_by h ON h.from_id = d.id
  WHERE coalesce(d.submitted_at, '') <= $as_of
),
copies AS (SELECT sha256, count(*) AS copies FROM papers WHERE sha256 IS NOT NULL GROUP BY sha256),
marks AS (
  SELECT who, id, 'file ' || sha256 AS mark FROM papers WHERE sha256 IS NOT NULL
  UNION ALL
  SELECT who, id, 'photo ' || photo_hash FROM papers WHERE photo_hash IS NOT NULL
  UNION ALL
  SELECT who, id, 'number ' || numbered FROM papers WHERE numbered IS NOT NULL
),
alike AS (
  SELECT DISTINCT pair, mine.id AS mine, its.id AS other
  FROM pairs JOIN marks mine ON mine.who = giver JOIN marks its ON its.who = newcomer AND its.mark = mine.mark
),
same_papers AS (
  SELECT pair, mine, other, row_number() OVER (PARTITION BY pair ORDER BY mine, other) AS nth
  FROM alike JOIN papers ON papers.id = mine LEFT JOIN copies USING (sha256)
  WHERE coalesce(copies, 0) <= $hub_accounts
),
handings AS (
  SELECT pair, papers.key, papers.happened_at, nth FROM same_papers JOIN papers ON papers.id = mine
  UNION ALL
  SELECT pair, papers.key, papers.happened_at, nth FROM same_papers JOIN papers ON papers.id = other
),
own_papers AS (SELECT pair, count(DISTINCT mine) AS own_papers FROM same_papers GROUP BY pair),
hired AS (
  SELECT DISTINCT b.from_id AS who, p.to_id AS client
  FROM bid_on b JOIN posted_by p ON p.from_id = b.to_id
  WHERE b.status = 'accepted' AND b.submitted_at <= $as_of
),
clients AS (SELECT client, count(*) AS many FROM hired GROUP BY client HAVING count(*) <= $hub_accounts),
happened AS (
  SELECT giver || ' ' || newcomer AS pair, relation, key, happened_at FROM brought WHERE giver <> newcomer
  UNION
  SELECT pair, relation, giver_key, giver_time FROM traits
  UNION
  SELECT pair, relation, newcomer_key, newcomer_time FROM traits
  UNION
  SELECT pair, 'HANDED_IN_BY', key, happened_at FROM handings
),
parts AS (
  SELECT pair, 'counted' AS part, relation AS one, count(*) AS many, '' AS kind, false AS known,
         min(CASE WHEN happened_at <= $as_of THEN happened_at END) AS first,
         max(CASE WHEN happened_at <= $as_of THEN happened_at END) AS last
  FROM happened
  GROUP BY pair, relation
  UNION ALL
  SELECT pair, 'trait', thing, holders, kind, known, NULL, NULL FROM traits
  UNION ALL
  SELECT pair, 'client', client, many, '', false, NULL, NULL
  FROM pairs JOIN hired mine ON mine.who = giver JOIN hired its USING (client) JOIN clients USING (client)
  WHERE its.who = newcomer
  UNION ALL
  SELECT giver || ' ' || newcomer, relation, key, 0, '', false, NULL, NULL FROM brought
  UNION ALL
  SELECT pair, relation, giver_key, 0, '', false, NULL, NULL FROM traits WHERE nth <= 20
  UNION ALL
  SELECT pair, relation, newcomer_key, 0, '', false, NULL, NULL FROM traits WHERE nth <= 20
  UNION ALL
  SELECT DISTINCT pair, 'HANDED_IN_BY', key, 0, '', false, NULL, NULL FROM handings WHERE nth <= 10
)
SELECT pair, giver, newcomer, coalesce(brought_in, 0) AS brought_in, coalesce(own_papers, 0) AS own_papers,
       part, one, many, kind, known, first, last
FROM parts JOIN pairs USING (pair) LEFT JOIN referrers USING (giver) LEFT JOIN own_papers USING (pair)
ORDER BY pair, part, kind, one
