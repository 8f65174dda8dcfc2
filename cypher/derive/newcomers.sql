-- Counts: each account with what it was made with, and what it did within the hours after that: the browser of its first
--         session, the first address that is not everybody's among those of its first three, its first machine, what it
--         did for the first time when (`<time> <what>`), and with which papers it signed up.
-- Cost:   one pass over the logins, the bids, the documents, the profiles and the changes of accounts.
-- Limits: how long after it was made, not until when: by a time alone each account would be held against all things.
--         What an account was made with is what it said then, where it says something else by now. Behind addresses of
--         some kinds strangers are many.
WITH made AS (
  SELECT a.id AS who, a.created_at, a.created_at_s AS made_s,
         CASE WHEN s.from_id IS NULL THEN a.platform ELSE s.platform END AS platform,
         CASE WHEN s.from_id IS NULL THEN a.email ELSE s.email END AS email,
         CASE WHEN s.from_id IS NULL THEN a.website ELSE s.website END AS website,
         CASE WHEN s.from_id IS NULL THEN a.employer ELSE s.employer END AS employer,
         CASE WHEN s.from_id IS NULL THEN a.education ELSE s.education END AS education,
         CASE WHEN s.from_id IS NULL THEN a.trade ELSE s.trade END AS trade,
         CASE WHEN s.from_id IS NULL THEN a.verified_at ELSE s.verified_at END AS verified_at,
         CASE WHEN s.from_id IS NULL THEN a.verified_at_s ELSE s.verified_at_s END AS verified_at_s
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
  WHERE coalesce(a._stub, '') <> 'true' AND a.created_at <= $as_of
),
sessions AS (
  SELECT who, i.id AS address, i.kind, l.user_agent AS agent,
         row_number() OVER (PARTITION BY who ORDER BY l.started_at, i.id, coalesce(l.user_agent, '')) AS nth
  FROM made JOIN logged_in_from l ON l.from_id = who JOIN ip i ON i.id = l.to_id
  WHERE l.started_at_s - made_s <= $hours * 3600 AND l.started_at <= $as_of
),
shared AS (SELECT DISTINCT to_id AS address FROM covers WHERE covers.to_type = 'Ip'),
homes AS (
  SELECT who, address, row_number() OVER (PARTITION BY who ORDER BY nth) AS nth
  FROM sessions LEFT JOIN shared USING (address)
  WHERE nth <= 3 AND shared.address IS NULL
    AND coalesce(kind, '') NOT IN ('education', 'coworking', 'mobile', 'tor', 'vpn', 'hosting')
),
machines AS (
  SELECT who, d.kind, d.os, row_number() OVER (PARTITION BY who ORDER BY m.started_at, d.id) AS nth
  FROM made JOIN logged_in_on m ON m.from_id = who JOIN device d ON d.id = m.to_id
  WHERE m.started_at_s - made_s <= $hours * 3600 AND m.started_at <= $as_of
),
handed_in AS (
  SELECT who, d.kind, d.issuer_name, d.verification_result, d.used_for, d.submitted_at
  FROM made JOIN handed_in_by h ON h.to_id = who JOIN document d ON d.id = h.from_id
  WHERE d.submitted_at_s - made_s <= $hours * 3600 AND d.submitted_at <= $as_of
),
firsts AS (
  SELECT who, 'bid' AS what, min(b.submitted_at) AS began
  FROM made JOIN bid_on b ON b.from_id = who
  WHERE b.submitted_at_s - made_s <= $hours * 3600 AND b.submitted_at <= $as_of
  GROUP BY who
  UNION ALL
  SELECT who, 'profile', min(p.observed_at)
  FROM made JOIN profile_of o ON o.to_id = who JOIN profile p ON p.id = o.from_id
  WHERE p.observed_at_s - made_s <= $hours * 3600 AND p.observed_at <= $as_of
  GROUP BY who
  UNION ALL
  SELECT who, coalesce(kind, 'paper'), min(submitted_at) FROM handed_in GROUP BY who, coalesce(kind, 'paper')
  UNION ALL
  SELECT who, 'change of ' || c.field, min(c.changed_at)
  FROM made JOIN change_of o ON o.to_id = who JOIN account_change c ON c.id = o.from_id
  WHERE c.changed_at_s - made_s <= $hours * 3600 AND c.changed_at <= $as_of
  GROUP BY who, c.field
  UNION ALL
  SELECT who, 'verified', verified_at FROM made WHERE verified_at_s - made_s <= $hours * 3600 AND verified_at <= $as_of
),
steps AS (SELECT who, array_sort(array_agg(began || ' ' || what)) AS steps FROM firsts GROUP BY who),
papers AS (
  SELECT who, array_sort(array_agg(kind || ' ' || coalesce(issuer_name, '') || ' ' || coalesce(verification_result, ''))) AS papers
  FROM handed_in
  WHERE used_for IN ('signup', 'verification') AND kind IS NOT NULL
  GROUP BY who
),
referrers AS (SELECT from_id AS who, min(to_id) AS referrer FROM referred_by GROUP BY from_id)
SELECT made.created_at, made.who AS id, platform, email, website, employer, education, trade, agent,
       homes.address AS home, trim(coalesce(machines.kind, '') || ' ' || coalesce(machines.os, '')) AS machine, steps,
       papers, referrer
FROM made
LEFT JOIN sessions ON sessions.who = made.who AND sessions.nth = 1
LEFT JOIN homes ON homes.who = made.who AND homes.nth = 1
LEFT JOIN machines ON machines.who = made.who AND machines.nth = 1
LEFT JOIN steps ON steps.who = made.who
LEFT JOIN papers ON papers.who = made.who
LEFT JOIN referrers ON referrers.who = made.who
ORDER BY created_at, id
