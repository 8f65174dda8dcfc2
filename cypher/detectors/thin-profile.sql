-- Counts: for each account, which of its own fields hold something, and how much its profiles elsewhere do.
-- Cost:   one pass over accounts and profiles.
-- Limits: portfolio papers are left to Cypher, which measures their texts; they only add to what is counted here.
WITH stated AS (
  SELECT a.id AS account, a.role, a.trade, a.city, a.address, a.phone, a.website, a.employer, a.education
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
  WHERE s.from_id IS NULL
  UNION ALL
  SELECT from_id, role, trade, city, address, phone, website, employer, education FROM stated_then
),
filled AS (
  SELECT account, coalesce(role, '') AS role, coalesce(trade, '') AS trade,
         CASE WHEN city IS NULL THEN '-' ELSE '+' END || CASE WHEN address IS NULL THEN '-' ELSE '+' END
           || CASE WHEN phone IS NULL THEN '-' ELSE '+' END || CASE WHEN website IS NULL THEN '-' ELSE '+' END
           || CASE WHEN employer IS NULL THEN '-' ELSE '+' END
           || CASE WHEN education IS NULL THEN '-' ELSE '+' END AS fields
  FROM stated
),
profiles AS (
  SELECT o.to_id AS account,
         count(*) + count(p.name) + count(p.city) + count(p.email) + count(p.phone) + count(p.employer)
           + count(p.education) + count(p.website) AS said
  FROM profile p JOIN profile_of o ON o.from_id = p.id
  WHERE coalesce(p.observed_at, '') <= $as_of
  GROUP BY o.to_id
)
SELECT f.role, f.account, f.trade, f.fields, CAST(length(replace(f.fields, '-', '')) AS BIGINT) AS own,
       coalesce(p.said, 0) AS said
FROM filled f JOIN account a ON a.id = f.account LEFT JOIN profiles p ON p.account = f.account
WHERE coalesce(a.created_at, '') <= $as_of
ORDER BY f.role, f.account
