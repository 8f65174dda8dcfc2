-- Counts: what of an account's papers, profiles, payment accounts and sessions contradicts it, by topic, and how many
--         of them say anything of that topic.
-- Cost:   one pass over the papers, profiles and payment accounts, and one over the sessions.
-- Limits: an account that says nothing of a topic is contradicted by nothing; what is at no time counts at any.
WITH stated AS (
  SELECT a.id, a.created_at,
         CASE WHEN s.from_id IS NULL THEN a.birth_date ELSE s.birth_date END AS birth_date,
         CASE WHEN s.from_id IS NULL THEN a.nationality ELSE s.nationality END AS nationality,
         CASE WHEN s.from_id IS NULL THEN a.country ELSE s.country END AS country
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
  WHERE coalesce(a.created_at, '') <= $as_of
),
papers AS (
  SELECT d.id, h.to_id AS who, h.key, h._at AS handed_at, d.name_on_document, d.birth_date, d.issuing_country,
         d.kind IN ('passport', 'national_id') AS national,
         d.kind IN ('passport', 'national_id', 'driving_licence', 'social_security', 'resident_card', 'diploma', 'visa',
                    'statement', 'resume') AS bears_name
  FROM document d JOIN handed_in_by h ON h.from_id = d.id
  WHERE coalesce(d.submitted_at, '') <= $as_of
),
profiles AS (
  SELECT p.id, f.to_id AS who, f.key, f._at AS listed_at, p.name, p.nationality, p.country,
         coalesce(p.employer, p.education) AS work
  FROM profile p JOIN profile_of f ON f.from_id = p.id
  WHERE coalesce(p.observed_at, '') <= $as_of
),
paid AS (
  SELECT u.from_id AS who, u.to_id AS purse, u.key, u.purpose, u.first_used_at, m.country, m.holder_name
  FROM paid_through u JOIN payment_account m ON m.id = u.to_id
  WHERE coalesce(u.first_used_at, '') <= $as_of
),
-- Where the relation of a paper or profile to its account has no time, the opening of the account stands for it.
told AS (
  SELECT from_id AS who, 'name_papers' AS topic, 'NAME_DISAGREES' AS relation, n.key, to_id AS thing,
         submitted_at AS seen_at, score, reason AS says
  FROM name_disagrees n JOIN document d ON d.id = to_id
  WHERE to_type = 'Document' AND coalesce(submitted_at, '') <= $as_of
  UNION ALL
  SELECT from_id, 'name_profile', 'NAME_DISAGREES', n.key, to_id, observed_at, score, reason
  FROM name_disagrees n JOIN profile p ON p.id = to_id
  WHERE to_type = 'Profile' AND coalesce(observed_at, '') <= $as_of
  UNION ALL
  SELECT from_id, 'name_payout', 'NAME_DISAGREES', key, to_id, NULL, score, reason
  FROM name_disagrees
  WHERE to_type = 'PaymentAccount'
  UNION ALL
  SELECT from_id, 'work_history', 'CLAIM_DISAGREES', c.key, to_id, observed_at, score, reason
  FROM claim_disagrees c JOIN profile p ON p.id = to_id
  WHERE coalesce(observed_at, '') <= $as_of
  UNION ALL
  SELECT who, 'birth_date', 'HANDED_IN_BY', key, o.id, coalesce(handed_at, created_at), 1,
         s.birth_date || ' / ' || o.birth_date
  FROM papers o JOIN stated s ON s.id = who
  WHERE s.birth_date <> o.birth_date
  UNION ALL
  SELECT who, 'issuer', 'HANDED_IN_BY', key, o.id, coalesce(handed_at, created_at), 1,
         nationality || ' / ' || issuing_country
  FROM papers o JOIN stated s ON s.id = who
  WHERE national AND nationality <> issuing_country
  UNION ALL
  SELECT who, 'nationality', 'PROFILE_OF', key, o.id, coalesce(listed_at, created_at), 1,
         s.nationality || ' / ' || o.nationality
  FROM profiles o JOIN stated s ON s.id = who
  WHERE s.nationality <> o.nationality
  UNION ALL
  SELECT who, 'country', 'PROFILE_OF', key, o.id, coalesce(listed_at, created_at), 1,
         s.country || ' / ' || o.country
  FROM profiles o JOIN stated s ON s.id = who
  WHERE s.country <> o.country
  UNION ALL
  SELECT who, 'payout_country', 'PAID_THROUGH', key, purse, first_used_at, 1, s.country || ' / ' || o.country
  FROM paid o JOIN stated s ON s.id = who
  WHERE purpose = 'payout' AND s.country <> o.country
),
ordered AS (
  SELECT told.*, row_number() OVER (PARTITION BY who, topic ORDER BY thing, key) AS nth FROM told
),
-- The first use of each of the payment accounts whose holder is shown.
uses AS (
  SELECT o.who, paid.key, paid.first_used_at,
         row_number() OVER (PARTITION BY o.who, o.thing ORDER BY paid.key) AS nth
  FROM ordered o JOIN paid ON paid.who = o.who AND paid.purse = o.thing
  WHERE o.topic = 'name_payout' AND o.nth <= 3
),
-- Where somebody lives, as the addresses tell; those of a service tell nothing.
sessions AS (
  SELECT l.from_id AS who, l.key, l.started_at, s.country, i.country AS seen_in,
         CASE WHEN l.ended_at <= $as_of THEN l.ended_at ELSE l.started_at END AS until
  FROM logged_in_from l JOIN ip i ON i.id = l.to_id JOIN stated s ON s.id = l.from_id
  WHERE coalesce(l.started_at, '') <= $as_of AND coalesce(i.observed_at, '') <= $as_of
    AND s.country IS NOT NULL AND i.country IS NOT NULL AND coalesce(i.kind, '') NOT IN ('hosting', 'vpn', 'tor')
),
away AS (
  SELECT who, count(*) AS sessions, count(CASE WHEN seen_in = country THEN 1 END) AS home,
         min(started_at) AS first, max(until) AS last
  FROM sessions
  GROUP BY who
  HAVING count(*) >= $least_sessions
     AND CAST(count(CASE WHEN seen_in = country THEN 1 END) AS DOUBLE) / count(*) < $most_at_home
),
elsewhere AS (
  SELECT who, key, country, seen_in, row_number() OVER (PARTITION BY who ORDER BY started_at NULLS LAST, key) AS nth
  FROM sessions JOIN away USING (who)
  WHERE seen_in <> country
),
-- How many say anything of it: those that do not disagree agree, or cannot be compared.
saying AS (
  SELECT who, 'name_papers' AS topic, id AS thing FROM papers WHERE bears_name AND name_on_document IS NOT NULL
  UNION ALL
  SELECT who, 'birth_date', id FROM papers WHERE birth_date IS NOT NULL
  UNION ALL
  SELECT who, 'issuer', id FROM papers WHERE national AND issuing_country IS NOT NULL
  UNION ALL
  SELECT who, 'name_profile', id FROM profiles WHERE name IS NOT NULL
  UNION ALL
  SELECT who, 'nationality', id FROM profiles WHERE nationality IS NOT NULL
  UNION ALL
  SELECT who, 'country', id FROM profiles WHERE country IS NOT NULL
  UNION ALL
  SELECT who, 'work_history', id FROM profiles WHERE work IS NOT NULL
  UNION ALL
  SELECT who, 'name_payout', purse FROM paid WHERE coalesce(purpose, 'payout') = 'payout' AND holder_name IS NOT NULL
  UNION ALL
  SELECT who, 'payout_country', purse FROM paid WHERE purpose = 'payout' AND country IS NOT NULL
),
stating AS (SELECT who, topic, count(DISTINCT thing) AS stating FROM saying GROUP BY who, topic),
contradictions AS (
  SELECT who, topic, max(score) AS score, max(CASE WHEN nth = 1 THEN says END) AS says, count(*) AS differing
  FROM ordered
  GROUP BY who, topic
  UNION ALL
  SELECT who, 'place', 1 - CAST(max(home) AS DOUBLE) / max(sessions), min(country || ' / ' || seen_in), 0
  FROM elsewhere JOIN away USING (who)
  WHERE nth <= 3
  GROUP BY who
),
dated AS (
  SELECT who, relation, key, seen_at FROM told
  UNION
  SELECT who, 'PAID_THROUGH', key, first_used_at FROM uses WHERE nth = 1
),
parts AS (
  SELECT who, 'topic' AS part, topic AS one, says, CAST(NULL AS STRING) AS last, differing AS many,
         coalesce(stating, 0) AS stating, score
  FROM contradictions LEFT JOIN stating USING (who, topic)
  UNION ALL
  SELECT who, 'counted', relation, min(seen_at), max(seen_at), count(*), 0, 0 FROM dated GROUP BY who, relation
  UNION ALL
  SELECT who, 'counted', 'LOGGED_IN_FROM', first, last, sessions, 0, 0 FROM away
  UNION ALL
  SELECT DISTINCT who, relation, key, NULL, NULL, 0, 0, 0 FROM ordered WHERE nth <= 3
  UNION ALL
  SELECT who, 'PAID_THROUGH', key, NULL, NULL, 0, 0, 0 FROM uses WHERE nth = 1
  UNION ALL
  SELECT who, 'LOGGED_IN_FROM', key, NULL, NULL, 0, 0, 0 FROM elsewhere WHERE nth <= 3
)
SELECT who, part, one, says, last, many, stating, score
FROM parts JOIN stated ON stated.id = who
ORDER BY who, part, one
