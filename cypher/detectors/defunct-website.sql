-- Counts: for each website that is dead or that several accounts name, which accounts name it where and since when, how many
--         unrelated parties they are, whether all have one employer, and whether a company has it.
-- Cost:   one pass over the accounts, their changes and profiles; twelve ways to write each site they name.
-- Limits: as defunct-website.cypher says.
WITH stated AS (
  SELECT account.id AS who, account.created_at,
         CASE WHEN s.from_id IS NULL THEN account.website ELSE s.website END AS website,
         CASE WHEN s.from_id IS NULL THEN account.employer ELSE s.employer END AS employer
  FROM account LEFT JOIN stated_then s ON s.from_id = account.id
),
named AS (
  SELECT who, CAST(NULL AS STRING) AS via, CAST(NULL AS STRING) AS source, website AS given,
         created_at AS named_at, created_at AS seen_at
  FROM stated
  WHERE coalesce(created_at, '') <= $as_of
  UNION ALL
  SELECT who, 'CHANGE_OF', change_of.from_id, old_value, created_at, changed_at
  FROM change_of JOIN stated ON who = change_of.to_id JOIN account_change ON account_change.id = change_of.from_id
  WHERE field = 'website' AND coalesce(created_at, '') <= $as_of AND changed_at <= $as_of
  UNION ALL
  SELECT who, 'PROFILE_OF', profile_of.from_id, profile.website,
         coalesce(stated.created_at, observed_at), coalesce(observed_at, stated.created_at)
  FROM profile_of JOIN stated ON who = profile_of.to_id JOIN profile ON profile.id = profile_of.from_id
  WHERE coalesce(observed_at, '') <= $as_of
),
trimmed AS (
  SELECT who, via, source, named_at, seen_at,
         lower(trim(BOTH chr(9) || chr(10) || chr(13) || ' ' FROM given)) AS given
  FROM named
),
schemeless AS (
  SELECT who, via, source, named_at, seen_at,
         CASE WHEN given LIKE '%://%' THEN split_part(given, '://', 2) ELSE given END AS given
  FROM trimmed
),
bare AS (
  SELECT who, via, source, named_at, seen_at, CASE WHEN given LIKE 'www.%' THEN substr(given, 5) ELSE given END AS given
  FROM schemeless
),
naming AS (
  SELECT who, via, source, named_at, seen_at,
         CASE WHEN given LIKE '%/' THEN substr(given, 1, length(given) - 1) ELSE given END AS site
  FROM bare
),
parties AS (SELECT from_id AS who, min(to_id) AS party FROM declared_with GROUP BY from_id),
sites AS (
  SELECT site, count(DISTINCT who) AS accounts, count(DISTINCT coalesce(party, who)) AS parties,
         min(named_at) AS first_named, max(seen_at) AS last_named,
         count(DISTINCT lower(employer)) = 1 AND count(employer) = count(*) AS one_employer
  FROM naming JOIN stated USING (who) LEFT JOIN parties USING (who)
  WHERE site LIKE '%.%' AND NOT array_contains($hosts, site)
  GROUP BY site
  HAVING count(DISTINCT who) <= $most_accounts
),
written AS (
  SELECT site, before, after, before || site || after AS spelling
  FROM sites
  CROSS JOIN (VALUES (''), ('https://'), ('http://'), ('https://www.'), ('http://www.'), ('www.')) AS schemes(before)
  CROSS JOIN (VALUES (''), ('/')) AS slashes(after)
),
looked AS (
  SELECT site, website.id AS website, status,
         row_number() OVER (PARTITION BY site ORDER BY coalesce(checked_at, '') DESC, website.id) AS nth
  FROM written JOIN website ON website.id = spelling
  WHERE status IS NOT NULL AND coalesce(checked_at, '') <= $as_of
),
latest AS (SELECT site, website, status FROM looked WHERE nth = 1),
of_companies AS (
  SELECT DISTINCT site
  FROM written JOIN company ON lower(company.website) = spelling
  WHERE (after = '' AND before <> 'www.') OR (after = '/' AND before IN ('', 'https://'))
)
SELECT site, who AS account, via, source, latest.website, parties, one_employer,
       of_companies.site IS NOT NULL AS of_company, first_named, last_named
FROM naming JOIN sites USING (site) LEFT JOIN latest USING (site) LEFT JOIN of_companies USING (site)
WHERE accounts > 1 OR status IN ('defunct', 'parked')
ORDER BY site, account, source NULLS FIRST
