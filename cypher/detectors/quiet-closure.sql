-- Counts: the accounts closed within $horizon_days days of their first contact with a client, with the rows that
--         tell of it; for each of them which others share a machine, address or purse with it, and how many of its
--         trade were closed in the same days.
-- Cost:   one pass over accepted bids and messages, over what quietly closed accounts used, and over its other users.
-- Limits: a thing of more than $hub_accounts accounts ties nobody, nor one that is known to be shared.
WITH closed AS (
  SELECT a.id AS account, a.created_at,
         CASE WHEN s.from_id IS NULL THEN a.closed_at ELSE s.closed_at END AS closed_at,
         CASE WHEN s.from_id IS NULL THEN a.closed_at_s ELSE s.closed_at_s END AS closed,
         lower(coalesce(CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END, '')) AS trade
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
messages AS (
  SELECT h.to_id AS sender, h.key AS handed_key, t.to_id AS receiver, t.key AS addressed_key, m.id AS document,
         m.submitted_at, m.submitted_at_s
  FROM document m JOIN handed_in_by h ON h.from_id = m.id JOIN addressed_to t ON t.from_id = m.id
  WHERE m.submitted_at <= $as_of
),
met AS (
  SELECT b.from_id AS account, p.to_id AS client, 'BID_ON' AS relation, b.key, b.to_id AS thing,
         b.submitted_at AS met_at, b.submitted_at_s AS moment
  FROM bid_on b JOIN posted_by p ON p.from_id = b.to_id
  WHERE b.status = 'accepted' AND b.submitted_at <= $as_of
  UNION ALL
  SELECT sender, receiver, 'HANDED_IN_BY', handed_key, document, submitted_at, submitted_at_s FROM messages
  UNION ALL
  SELECT receiver, sender, 'ADDRESSED_TO', addressed_key, document, submitted_at, submitted_at_s FROM messages
),
contacts AS (
  SELECT account, client, relation, key, thing, met_at, moment, closed_at, closed, trade
  FROM met JOIN closed USING (account)
  WHERE closed_at <= $as_of AND coalesce(created_at, '') <= $as_of
),
quiet AS (
  SELECT account, closed, trade, min(met_at) AS met, closed - min(moment) AS seconds, count(DISTINCT client) AS clients
  FROM contacts
  GROUP BY account, closed, trade
  HAVING closed - min(moment) BETWEEN 0 AND $horizon_days * 86400
),
told AS (
  SELECT account, relation, count(DISTINCT key) AS times, min(met_at) AS first, max(met_at) AS last
  FROM contacts JOIN quiet USING (account, closed, trade)
  GROUP BY account, relation
),
ordered AS (
  SELECT account, relation, key, row_number() OVER (PARTITION BY account ORDER BY met_at, thing, relation, key) AS nth
  FROM contacts JOIN quiet USING (account, closed, trade)
),
uses AS (
  SELECT from_id AS holder, 'LOGGED_IN_ON' AS relation, to_id AS thing, key, started_at AS used_at FROM logged_in_on
  UNION ALL
  SELECT from_id, 'LOGGED_IN_FROM', to_id, key, started_at FROM logged_in_from
  UNION ALL
  SELECT from_id, 'PAID_THROUGH', to_id, key, first_used_at FROM paid_through
),
-- What a quietly closed account used, whoever else did.
used AS (SELECT DISTINCT relation, thing FROM uses JOIN quiet ON quiet.account = holder),
held AS (
  SELECT holder, relation, thing, min(key) AS key
  FROM uses JOIN used USING (relation, thing) JOIN account ON account.id = holder
  WHERE coalesce(used_at, account._at, '') <= $as_of
  GROUP BY holder, relation, thing
),
public_things AS (
  SELECT DISTINCT to_id AS thing, CASE type WHEN 'device' THEN 'LOGGED_IN_ON' WHEN 'ip' THEN 'LOGGED_IN_FROM'
                                            WHEN 'payment_account' THEN 'PAID_THROUGH' END AS relation
  FROM covers JOIN known_shared ON known_shared.id = from_id
),
private_things AS (
  SELECT h.relation, h.thing
  FROM held h LEFT JOIN public_things p ON p.relation = h.relation AND p.thing = h.thing
  WHERE p.thing IS NULL
  GROUP BY h.relation, h.thing
  HAVING count(*) BETWEEN 2 AND $hub_accounts
),
shared AS (
  SELECT q.account, q.closed, q.trade, h.relation, h.thing, h.key, coalesce(d.to_id, q.account) AS party
  FROM quiet q JOIN held h ON h.holder = q.account JOIN private_things USING (relation, thing)
  LEFT JOIN declared_with d ON d.from_id = q.account
),
ties AS (
  SELECT one.account, other.account AS other, one.relation, one.thing, one.key,
         CASE WHEN one.trade = other.trade AND abs(one.closed - other.closed) <= $same_days * 86400
              THEN 1 ELSE 0 END AS alike
  FROM shared one JOIN shared other ON other.relation = one.relation AND other.thing = one.thing
  WHERE other.account <> one.account AND other.party <> one.party
),
linked AS (SELECT account, other, max(alike) AS alike FROM ties GROUP BY account, other),
linked_alike AS (SELECT account, CAST(sum(alike) AS BIGINT) AS alike FROM linked GROUP BY account),
bonds AS (
  SELECT account, relation, key, row_number() OVER (PARTITION BY account ORDER BY relation, thing) AS nth
  FROM (SELECT DISTINCT account, relation, thing, key FROM ties) AS things
),
of_trade AS (
  SELECT account, met, seconds, clients, count(*) OVER () AS quiet,
         count(*) OVER (PARTITION BY trade ORDER BY closed
                        RANGE BETWEEN CAST(CAST($same_days AS DOUBLE) * CAST(86400 AS DOUBLE) AS BIGINT) PRECEDING
                          AND CAST(CAST($same_days AS DOUBLE) * CAST(86400 AS DOUBLE) AS BIGINT) FOLLOWING) AS alike
  FROM quiet
),
found AS (
  SELECT account, relation, times, first, last, NULL AS key, NULL AS other FROM told
  UNION ALL
  SELECT account, relation, NULL, NULL, NULL, key, NULL FROM ordered WHERE nth <= 20
  UNION ALL
  SELECT account, relation, NULL, NULL, NULL, key, NULL FROM bonds WHERE nth <= 10
  UNION ALL
  SELECT account, NULL, NULL, NULL, NULL, NULL, other FROM linked
)
SELECT account, met, seconds, clients, quiet, of_trade.alike - 1 - coalesce(linked_alike.alike, 0) AS alike, relation,
       times, first, last, key, other
FROM of_trade JOIN found USING (account) LEFT JOIN linked_alike USING (account)
ORDER BY account, relation NULLS LAST, key NULLS LAST, other NULLS LAST
