-- Counts: for each payment account that several accounts are paid into, those accounts, what they say of themselves, to
--         which openly connected party each belongs, and which of them a source ties to a company that holds it.
-- Cost:   one pass over PAID_THROUGH, grouped by payment account; no pairs are formed.
-- Limits: as shared-payout.cypher says.
WITH uses AS (
  SELECT to_id AS payout, from_id AS who, paid_through._at AS began,
         CASE WHEN last_used_at <= $as_of THEN last_used_at ELSE paid_through._at END AS done
  FROM paid_through JOIN account ON account.id = from_id
  WHERE coalesce(purpose, 'payout') = 'payout' AND coalesce(paid_through._at, account._at, '') <= $as_of
),
parties AS (SELECT from_id AS who, min(to_id) AS party FROM declared_with GROUP BY from_id),
shared AS (
  SELECT payout, count(*) AS uses, count(DISTINCT coalesce(party, who)) AS parties, min(began) AS first, max(done) AS last
  FROM uses LEFT JOIN parties USING (who)
  GROUP BY payout
  HAVING count(DISTINCT who) > 1
),
holders AS (SELECT DISTINCT payout, who FROM uses JOIN shared USING (payout)),
links AS (
  SELECT from_id AS who, to_id AS firm FROM linked_to
  WHERE from_type = 'Account' AND to_type = 'Company' AND coalesce(_at, '') <= $as_of
  UNION
  SELECT to_id, from_id FROM linked_to
  WHERE from_type = 'Company' AND to_type = 'Account' AND coalesce(_at, '') <= $as_of
),
tied AS (
  SELECT DISTINCT payout, who
  FROM holders JOIN links USING (who) JOIN held_by ON held_by.from_id = payout AND held_by.to_id = firm
  WHERE to_type = 'Company' AND coalesce(_at, '') <= $as_of
)
SELECT holders.payout, holders.who AS account, coalesce(party, holders.who) AS party,
       CASE WHEN s.from_id IS NULL THEN account.legal_name ELSE s.legal_name END AS legal_name,
       CASE WHEN s.from_id IS NULL THEN account.display_name ELSE s.display_name END AS display_name,
       CASE WHEN s.from_id IS NULL THEN account.employer ELSE s.employer END AS employer,
       CASE WHEN tied.who IS NULL THEN 0 ELSE 1 END AS tied, uses, parties, first, last
FROM holders
JOIN shared USING (payout)
JOIN account ON account.id = holders.who
LEFT JOIN stated_then s ON s.from_id = holders.who
LEFT JOIN parties ON parties.who = holders.who
LEFT JOIN tied ON tied.payout = holders.payout AND tied.who = holders.who
ORDER BY payout, account
