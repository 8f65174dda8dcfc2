-- Counts: how many accounts there are, and how many of them have each contradiction.
-- Cost:   one pass a topic over the papers, profiles and payment accounts, and one over the sessions.
-- Limits: as those of identity-mismatch.sql. What differs stands in a CASE: by a difference alone each account would be
--         held against all papers.
WITH stated AS (
  SELECT a.id AS who, CASE WHEN s.from_id IS NULL THEN a.birth_date ELSE s.birth_date END AS birth_date,
         CASE WHEN s.from_id IS NULL THEN a.nationality ELSE s.nationality END AS nationality,
         CASE WHEN s.from_id IS NULL THEN a.country ELSE s.country END AS country
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
  WHERE coalesce(a.created_at, '') <= $as_of
),
contradicted AS (
  SELECT from_id AS who, 'name_papers' AS topic
  FROM name_disagrees JOIN document d ON d.id = to_id
  WHERE to_type = 'Document' AND coalesce(submitted_at, '') <= $as_of
  UNION
  SELECT from_id, 'name_profile'
  FROM name_disagrees JOIN profile p ON p.id = to_id
  WHERE to_type = 'Profile' AND coalesce(observed_at, '') <= $as_of
  UNION
  SELECT from_id, 'name_payout' FROM name_disagrees WHERE to_type = 'PaymentAccount'
  UNION
  SELECT from_id, 'work_history'
  FROM claim_disagrees JOIN profile p ON p.id = to_id
  WHERE coalesce(observed_at, '') <= $as_of
  UNION
  SELECT who, 'birth_date'
  FROM document d JOIN handed_in_by h ON h.from_id = d.id JOIN stated s ON s.who = h.to_id
  WHERE CASE WHEN s.birth_date <> d.birth_date THEN TRUE ELSE FALSE END AND coalesce(submitted_at, '') <= $as_of
  UNION
  SELECT who, 'issuer'
  FROM document d JOIN handed_in_by h ON h.from_id = d.id JOIN stated s ON s.who = h.to_id
  WHERE kind IN ('passport', 'national_id') AND CASE WHEN s.nationality <> issuing_country THEN TRUE ELSE FALSE END AND coalesce(submitted_at, '') <= $as_of
  UNION
  SELECT who, 'nationality'
  FROM profile p JOIN profile_of f ON f.from_id = p.id JOIN stated s ON s.who = f.to_id
  WHERE CASE WHEN s.nationality <> p.nationality THEN TRUE ELSE FALSE END AND coalesce(observed_at, '') <= $as_of
  UNION
  SELECT who, 'country'
  FROM profile p JOIN profile_of f ON f.from_id = p.id JOIN stated s ON s.who = f.to_id
  WHERE CASE WHEN s.country <> p.country THEN TRUE ELSE FALSE END AND coalesce(observed_at, '') <= $as_of
  UNION
  SELECT who, 'payout_country'
  FROM paid_through u JOIN payment_account m ON m.id = u.to_id JOIN stated s ON s.who = u.from_id
  WHERE purpose = 'payout' AND CASE WHEN s.country <> m.country THEN TRUE ELSE FALSE END AND coalesce(first_used_at, '') <= $as_of
  UNION
  SELECT who, 'place'
  FROM logged_in_from l JOIN ip i ON i.id = l.to_id JOIN stated s ON s.who = l.from_id
  WHERE coalesce(started_at, '') <= $as_of AND coalesce(observed_at, '') <= $as_of
    AND s.country IS NOT NULL AND i.country IS NOT NULL AND coalesce(i.kind, '') NOT IN ('hosting', 'vpn', 'tor')
  GROUP BY who
  HAVING count(*) >= $least_sessions
     AND CAST(count(CASE WHEN i.country = s.country THEN 1 END) AS DOUBLE) / count(*) < $most_at_home
),
everybody AS (
  SELECT count(*) AS accounts
  FROM account
  WHERE coalesce(account._stub, '') <> 'true' AND coalesce(created_at, '') <= $as_of
),
counted AS (
  SELECT count(CASE WHEN topic = 'name_papers' THEN 1 END) AS name_papers,
         count(CASE WHEN topic = 'name_profile' THEN 1 END) AS name_profile,
         count(CASE WHEN topic = 'name_payout' THEN 1 END) AS name_payout,
         count(CASE WHEN topic = 'birth_date' THEN 1 END) AS birth_date,
         count(CASE WHEN topic = 'nationality' THEN 1 END) AS nationality,
         count(CASE WHEN topic = 'issuer' THEN 1 END) AS issuer,
         count(CASE WHEN topic = 'country' THEN 1 END) AS country,
         count(CASE WHEN topic = 'payout_country' THEN 1 END) AS payout_country,
         count(CASE WHEN topic = 'work_history' THEN 1 END) AS work_history,
         count(CASE WHEN topic = 'place' THEN 1 END) AS place
  FROM contradicted
)
SELECT * FROM everybody CROSS JOIN counted
