-- Counts: what each closed or suspended account and each opened since, or shortly before, have in common: machines,
--         addresses, payment accounts, papers and contacts, and how many hold each.
-- Cost:   one pass over the uses of what closed accounts used, and over the papers.
-- Limits: 50 copies of a paper count; what has more than $hub_accounts holders is left out. Whole seconds: the query
--         looks at their parts.
WITH stated AS (
  SELECT a.id, a.created_at, a.created_at_s,
         CASE WHEN s.from_id IS NULL THEN a.status ELSE s.status END AS status,
         CASE WHEN s.from_id IS NULL THEN a.closed_at ELSE s.closed_at END AS closed_at,
         CASE WHEN s.from_id IS NULL THEN a.closed_at_s ELSE s.closed_at_s END AS closed_at_s,
         CASE WHEN s.from_id IS NULL THEN a.phone ELSE s.phone END AS phone,
         CASE WHEN s.from_id IS NULL THEN a.email ELSE s.email END AS email
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
changed AS (
  SELECT c.to_id AS id, min(h.changed_at) AS changed_at, min(h.changed_at_s) AS changed_at_s
  FROM change_of c JOIN account_change h ON h.id = c.from_id
  WHERE h.field = 'status' AND h.new_value IN ('closed', 'suspended')
  GROUP BY c.to_id
),
logins AS (
  SELECT from_id AS id, min(started_at) AS first_login, max(started_at) AS last_login, max(started_at_s) AS last_login_s
  FROM logged_in_from
  WHERE started_at <= $as_of
  GROUP BY from_id
),
ends AS (
  SELECT id, created_at,
         coalesce(closed_at, changed_at, CASE WHEN $as_of >= '9999' THEN last_login END) AS ended,
         coalesce(closed_at_s, changed_at_s, last_login_s) AS ended_s
  FROM stated LEFT JOIN changed USING (id) LEFT JOIN logins USING (id)
  WHERE status IN ('closed', 'suspended') OR closed_at IS NOT NULL
),
closed AS (SELECT id, ended, ended_s FROM ends WHERE ended <= $as_of AND coalesce(created_at, '') <= $as_of),
uses AS (
  SELECT 'device' AS kind, 'Device' AS label, 'LOGGED_IN_ON' AS relation, from_id AS who, to_id AS thing, key,
         started_at AS used_at, started_at AS happened_at
  FROM logged_in_on
  WHERE started_at <= $as_of
  UNION ALL
  SELECT 'ip', 'Ip', 'LOGGED_IN_FROM', from_id, to_id, key, started_at, started_at
  FROM logged_in_from
  WHERE started_at <= $as_of
  UNION ALL
  SELECT 'payout', 'PaymentAccount', 'PAID_THROUGH', from_id, to_id, key, first_used_at,
         coalesce(first_used_at, created_at)
  FROM paid_through JOIN stated ON id = from_id
  WHERE coalesce(first_used_at, created_at, '') <= $as_of
),
used AS (SELECT DISTINCT kind, thing FROM uses JOIN closed ON closed.id = who),
held AS (
  SELECT kind, thing, count(DISTINCT who) AS holders
  FROM uses JOIN used USING (kind, thing)
  GROUP BY kind, thing
  HAVING count(DISTINCT who) > 1 AND count(DISTINCT who) <= $hub_accounts
),
first_uses AS (
  SELECT uses.*, holders,
         row_number() OVER (PARTITION BY kind, thing, who ORDER BY used_at NULLS LAST, key) AS nth
  FROM uses JOIN held USING (kind, thing)
),
papers AS (
  SELECT d.id, d.account_id AS bearer, h.to_id AS who, h.key, d.number, d.photo_hash, d.sha256, d.kind,
         coalesce(h._at, d.submitted_at) AS happened_at
  FROM document d JOIN handed_in_by h ON h.from_id = d.id
  WHERE coalesce(d.submitted_at, '') <= $as_of
),
marks AS (
  SELECT 'number' AS mark, kind || ' ' || number AS value, papers.*
  FROM papers
  WHERE kind IS NOT NULL AND number IS NOT NULL
  UNION ALL
  SELECT 'photo', photo_hash, papers.* FROM papers WHERE photo_hash IS NOT NULL
  UNION ALL
  SELECT 'file', sha256, papers.* FROM papers WHERE sha256 IS NOT NULL
),
own_marks AS (SELECT DISTINCT mark, value FROM marks JOIN closed ON closed.id = who),
copies AS (
  SELECT marks.*, row_number() OVER (PARTITION BY mark, value ORDER BY marks.id) AS nth
  FROM marks JOIN own_marks USING (mark, value)
),
handed AS (
  SELECT mark, value, count(DISTINCT bearer) AS holders
  FROM copies
  WHERE nth <= 50
  GROUP BY mark, value
  HAVING count(DISTINCT bearer) > 1 AND count(DISTINCT bearer) <= $hub_accounts
),
contacts AS (
  SELECT 'phone' AS kind, phone AS value, id FROM stated WHERE phone IS NOT NULL AND coalesce(created_at, '') <= $as_of
  UNION ALL
  SELECT 'email', email, id FROM stated WHERE email IS NOT NULL AND coalesce(created_at, '') <= $as_of
),
given AS (
  SELECT kind, value, count(*) AS holders FROM contacts GROUP BY kind, value HAVING count(*) <= $hub_accounts
),
-- The closed ones are met here, one by one: by their times alone, or by not being the same, which is why that stands in a
-- CASE, each would be held against all accounts opened since.
shared AS (
  SELECT closed.id AS closed, ended, ended_s, its.who AS later, mine.kind, mine.label, mine.relation, mine.holders,
         mine.thing AS mine, its.thing AS theirs, mine.key AS my_key, its.key AS their_key,
         mine.happened_at AS my_time, its.happened_at AS their_time
  FROM closed JOIN first_uses mine ON mine.who = closed.id
  JOIN first_uses its ON its.kind = mine.kind AND its.thing = mine.thing
  WHERE mine.nth = 1 AND its.nth = 1
  UNION ALL
  SELECT closed.id, ended, ended_s, its.who,
         CASE WHEN mark = 'file' AND mine.number IS NULL AND mine.photo_hash IS NULL THEN 'words' ELSE mark END,
         'Document', 'HANDED_IN_BY', holders, mine.id, its.id, mine.key, its.key, mine.happened_at, its.happened_at
  FROM closed JOIN marks mine ON mine.who = closed.id JOIN handed USING (mark, value) JOIN copies its USING (mark, value)
  WHERE its.nth <= 50
  UNION ALL
  SELECT closed.id, ended, ended_s, its.id, kind, NULL, NULL, holders, NULL, NULL, NULL, NULL, NULL, NULL
  FROM closed JOIN contacts mine ON mine.id = closed.id JOIN given USING (kind, value) JOIN contacts its USING (kind, value)
),
traits AS (
  SELECT closed || ' ' || later AS pair, shared.*, known.to_id IS NOT NULL AS known,
         row_number() OVER (PARTITION BY closed, later ORDER BY kind, mine NULLS LAST, theirs NULLS LAST) AS nth
  FROM shared JOIN stated n ON n.id = later
  LEFT JOIN (SELECT DISTINCT to_id, to_type FROM covers) known ON known.to_id = mine AND known.to_type = label
  WHERE CASE WHEN later <> closed THEN TRUE ELSE FALSE END AND n.created_at <= $as_of AND n.created_at_s >= ended_s - $days_before * 86400
),
-- What is shown: the first few things of the one, and of the other.
things AS (
  SELECT pair, label, thing, row_number() OVER (PARTITION BY pair, side ORDER BY nth) AS nth
  FROM (
    SELECT pair, 'mine' AS side, label, mine AS thing, min(nth) AS nth
    FROM traits WHERE mine IS NOT NULL GROUP BY pair, label, mine
    UNION ALL
    SELECT pair, 'theirs', label, theirs, min(nth) FROM traits WHERE theirs IS NOT NULL GROUP BY pair, label, theirs
  )
),
relations AS (
  SELECT pair, relation, label, mine AS thing, my_key AS key, my_time AS happened_at FROM traits WHERE mine IS NOT NULL
  UNION
  SELECT pair, relation, label, theirs, their_key, their_time FROM traits WHERE theirs IS NOT NULL
),
parts AS (
  SELECT pair, 'trait' AS part, kind AS one, nth, holders AS many, known, CAST(NULL AS STRING) AS first,
         CAST(NULL AS STRING) AS last
  FROM traits
  WHERE nth <= 100
  UNION ALL
  SELECT pair, 'counted', relation, 0, count(*), false, min(happened_at), max(happened_at)
  FROM relations
  GROUP BY pair, relation
  UNION ALL
  SELECT DISTINCT pair, relation, key, 0, 0, false, NULL, NULL
  FROM relations JOIN things USING (pair, label, thing)
  WHERE things.nth <= 20
)
SELECT pair, closed, later, ended, first_login, part, one, parts.nth, many, known, first, last
FROM parts JOIN (SELECT DISTINCT pair, closed, later, ended FROM traits) USING (pair) LEFT JOIN logins ON id = later
ORDER BY pair, part, parts.nth, one
