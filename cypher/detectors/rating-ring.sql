-- Counts: the ratings of each ring, in three shapes (see the query), who of it shares papers, words or payment accounts
--         with others of it, and how much its members rated and were rated by whomever.
-- Cost:   one pass over the ratings in order of time; papers and texts only of those in a ring.
-- Limits: rings of one party, the openly connected counted once, are left out: one party's favourites are no ring.
WITH stated AS (
  SELECT a.id, coalesce(CASE WHEN s.from_id IS NULL THEN a.role ELSE s.role END, '') AS role
  FROM account a LEFT JOIN stated_then s ON s.from_id = a.id
),
posted AS (SELECT DISTINCT from_id AS posted_job, to_id AS poster FROM posted_by),
high AS (
  SELECT r.key, r.from_id AS rater, r.to_id AS developer, r.rated_at, r.rated_at_s, r.job_id AS for_job,
         d.role = 'client' AS to_client, by_poster.posted_job IS NOT NULL AS by_hirer,
         to_poster.posted_job IS NOT NULL AS to_hirer
  FROM rated r JOIN stated d ON d.id = r.to_id
  LEFT JOIN posted by_poster ON by_poster.posted_job = r.job_id AND by_poster.poster = r.from_id
  LEFT JOIN posted to_poster ON to_poster.posted_job = r.job_id AND to_poster.poster = r.to_id
  WHERE coalesce(r.rated_at, '') <= $as_of
    AND r.score - coalesce(r.scale_min, 1) >= $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
),
-- Shape client. A window opens with each rating; a developer counts once in it, by the first rating since it opened.
given AS (
  SELECT key, rater, developer, rated_at, rated_at_s, for_job,
         lag(rated_at_s) OVER (PARTITION BY rater, developer ORDER BY rated_at, key) AS before
  FROM high
  WHERE rater <> developer AND NOT to_client AND rated_at IS NOT NULL
),
counting AS (
  SELECT rater, greatest(rated_at_s - $window_days * 86400, before + 1) AS moment, 0 AS turn, 1 AS step FROM given
  UNION ALL
  SELECT rater, rated_at_s, 1, 0 FROM given
  UNION ALL
  SELECT rater, rated_at_s, 2, -1 FROM given
),
windows AS (
  SELECT rater, moment, turn,
         sum(step) OVER (PARTITION BY rater ORDER BY moment, turn ROWS UNBOUNDED PRECEDING) AS developers
  FROM counting
),
openings AS (SELECT DISTINCT rater, moment FROM windows WHERE turn = 1 AND developers >= $min_developers),
bursts AS (
  SELECT given.*, max(openings.moment) OVER (PARTITION BY given.rater ORDER BY rated_at_s) AS opened
  FROM given LEFT JOIN openings ON openings.rater = given.rater AND openings.moment = rated_at_s
),
-- Shape block.
members AS (SELECT to_id AS block, from_id AS who FROM in_rating_block UNION SELECT to_id, to_id FROM in_rating_block),
-- Shape circle. Both sides rate each other after most jobs: only what the client says counts here.
hired AS (
  SELECT DISTINCT rater AS hirer, developer AS other
  FROM high
  WHERE by_hirer AND developer IN (SELECT rater FROM high WHERE by_hirer)
),
posters AS (
  SELECT DISTINCT poster FROM posted JOIN job j ON j.id = posted.posted_job WHERE coalesce(j.posted_at, '') <= $as_of
),
begun AS (
  SELECT rater AS a, developer AS b, count(*) OVER (PARTITION BY rater) AS many
  FROM (SELECT DISTINCT rater, developer FROM high WHERE by_hirer AND rater <> developer)
  JOIN posters one ON one.poster = rater JOIN posters other ON other.poster = developer
),
circles AS (
  SELECT 'circle ' || a || ' ' || b AS ring, a, b, CAST(NULL AS STRING) AS c
  FROM begun JOIN hired back ON back.hirer = b AND back.other = a
  WHERE a < b AND many <= $hub_hired
  UNION ALL
  SELECT 'circle ' || a || ' ' || b || ' ' || onward.other, a, b, onward.other
  FROM begun JOIN hired onward ON onward.hirer = b JOIN hired back ON back.hirer = onward.other AND back.other = a
  WHERE a < b AND a < onward.other AND many <= $hub_hired
),
steps AS (
  SELECT ring, 0 AS step, a AS rater, b AS developer FROM circles
  UNION ALL
  SELECT ring, 1, b, coalesce(c, a) FROM circles
  UNION ALL
  SELECT ring, 2, c, a FROM circles WHERE c IS NOT NULL
),
ring_ratings AS (
  SELECT rater AS ring, 'client' AS shape, 0 AS step, rated_at AS place,
         key, rater, developer, rated_at, rated_at_s, for_job
  FROM bursts
  WHERE opened >= rated_at_s - $window_days * 86400
  UNION ALL
  SELECT 'block ' || one.block, 'block', 0, rater, key, rater, developer, rated_at, rated_at_s, for_job
  FROM high JOIN members one ON one.who = rater JOIN members other ON other.who = developer AND other.block = one.block
  WHERE rater <> developer AND NOT to_client AND NOT to_hirer
  UNION ALL
  SELECT ring, 'circle', step, CAST(step AS STRING), key, rater, developer, rated_at, rated_at_s, for_job
  FROM steps JOIN high USING (rater, developer)
  WHERE by_hirer
),
raters AS (SELECT DISTINCT ring, step, rater AS who FROM ring_ratings),
developers AS (SELECT DISTINCT ring, shape, developer AS who FROM ring_ratings),
everybody AS (SELECT ring, who FROM raters UNION SELECT ring, who FROM developers),
-- Papers that more than one account handed in, one of the ring among them.
papers AS (
  SELECT id, document.account_id, kind, number, sha256, perceptual_hash, photo_hash,
         array_contains($identity_kinds, kind) AS of_identity
  FROM document
  WHERE coalesce(submitted_at, '') <= $as_of
    AND (used_for IN ('signup', 'verification') OR array_contains($identity_kinds, kind))
),
marks AS (
  SELECT id AS paper, 'number ' || number AS mark, kind AS alike
  FROM papers
  WHERE number IS NOT NULL AND kind IS NOT NULL
  UNION ALL
  SELECT id, 'file ' || sha256, '' FROM papers WHERE sha256 IS NOT NULL
  UNION ALL
  SELECT id, 'picture ' || perceptual_hash, '' FROM papers WHERE perceptual_hash IS NOT NULL
  UNION ALL
  SELECT id, 'photo ' || photo_hash, '' FROM papers WHERE photo_hash IS NOT NULL
),
-- One more than may be tells that there are too many.
marked AS (
  SELECT paper, mark, alike, row_number() OVER (PARTITION BY mark, alike ORDER BY paper) AS nth FROM marks
),
copies AS (
  SELECT ring, marks.mark, who, h.key, d.id AS paper, o.id AS other, o.account_id AS bearer,
         d.of_identity AND o.of_identity AND o.account_id <> who AS by_identity
  FROM everybody
  JOIN handed_in_by h ON h.to_id = who
  JOIN papers d ON d.id = h.from_id
  LEFT JOIN covers ON covers.to_id = d.id AND covers.to_type = 'Document'
  JOIN marks ON marks.paper = d.id
  JOIN marked ON marked.mark = marks.mark AND marked.alike = marks.alike AND nth <= $hub_copies + 1
  JOIN papers o ON o.id = marked.paper
  WHERE covers.to_id IS NULL
),
repeated AS (
  SELECT ring, mark, min(who) AS first_owner
  FROM copies
  GROUP BY ring, mark
  HAVING count(DISTINCT bearer) > 1 AND count(DISTINCT other) <= $hub_copies
),
repeats AS (SELECT copies.*, first_owner FROM copies JOIN repeated USING (ring, mark)),
likes AS (
  SELECT one.ring, l.key, l.from_id, l.to_id
  FROM writes_like l
  JOIN everybody one ON one.who = l.from_id JOIN everybody other ON other.who = l.to_id AND other.ring = one.ring
  WHERE l.score >= $min_likeness
),
writers AS (SELECT ring, from_id AS who FROM likes UNION SELECT ring, to_id FROM likes),
-- Payment accounts of a client through which those it rated are paid, unless the two are openly connected.
parties AS (SELECT id AS who, id AS party FROM account UNION SELECT from_id, to_id FROM declared_with),
declared AS (
  SELECT DISTINCT ring, d.who
  FROM developers d JOIN parties its ON its.who = d.who JOIN parties mine ON mine.who = ring AND mine.party = its.party
  WHERE shape = 'client'
),
paid AS (SELECT from_id AS who, to_id AS purse, key FROM paid_through WHERE coalesce(first_used_at, '') <= $as_of),
purses AS (
  SELECT d.ring, d.who, its.key, mine.key AS client_key
  FROM developers d JOIN paid its ON its.who = d.who JOIN paid mine ON mine.purse = its.purse AND mine.who = d.ring
  LEFT JOIN declared ON declared.ring = d.ring AND declared.who = d.who
  WHERE shape = 'client' AND declared.who IS NULL
),
-- Where some that a client rated are tied to the ring by purse, papers or words, the others were rated beside them.
tied AS (
  SELECT ring, who FROM purses UNION SELECT ring, who FROM repeats UNION SELECT ring, who FROM writers
),
narrowed AS (SELECT DISTINCT ring FROM developers JOIN tied USING (ring, who) WHERE shape = 'client'),
rated_in AS (
  SELECT ring, who, narrowed.ring IS NULL OR tied.who IS NOT NULL AS kept
  FROM developers LEFT JOIN narrowed USING (ring) LEFT JOIN tied USING (ring, who)
),
kept AS (
  SELECT r.*, row_number() OVER (PARTITION BY r.ring ORDER BY place, key) AS nth
  FROM ring_ratings r JOIN rated_in d ON d.ring = r.ring AND d.who = developer
  WHERE d.kept
),
pairs AS (SELECT DISTINCT ring, rater, developer FROM kept),
-- Work of weeks that ends for all at once is a project; ratings days after the job was posted are not.
times AS (
  SELECT ring, shape, rated_at,
         rated_at_s - j.posted_at_s
           - CASE WHEN substr(rated_at, 20) < substr(j.posted_at, 20) THEN 1 ELSE 0 END AS after
  FROM kept LEFT JOIN job j ON j.id = kept.for_job
),
timed AS (
  SELECT ring, shape, count(*) AS ratings, min(rated_at) AS first, max(rated_at) AS last,
         count(after) AS timed, count(CASE WHEN after <= $hasty_days * 86400 THEN 1 END) AS hasty
  FROM times
  GROUP BY ring, shape
),
overall AS (SELECT DISTINCT from_id, to_id FROM rated WHERE coalesce(rated_at, '') <= $as_of),
givers AS (SELECT from_id AS who, count(*) AS others FROM overall GROUP BY from_id),
receivers AS (SELECT to_id AS who, count(*) AS others FROM overall GROUP BY to_id),
by_raters AS (
  SELECT ring, count(*) AS raters, count(DISTINCT coalesce(g.to_id, r.who)) AS unrelated_raters,
         CAST(sum(others) AS BIGINT) AS given_overall
  FROM raters r JOIN givers USING (who) LEFT JOIN declared_with g ON g.from_id = r.who
  GROUP BY ring
),
by_rated AS (
  SELECT ring, count(*) AS developers, count(DISTINCT coalesce(g.to_id, d.who)) AS unrelated,
         CAST(sum(others) AS BIGINT) AS received_overall
  FROM rated_in d JOIN receivers USING (who) LEFT JOIN declared_with g ON g.from_id = d.who
  WHERE kept
  GROUP BY ring
),
named AS (
  SELECT ring, who FROM raters
  UNION ALL
  SELECT d.ring, d.who FROM rated_in d LEFT JOIN raters r ON r.ring = d.ring AND r.who = d.who
  WHERE d.kept AND r.who IS NULL
),
bearers AS (
  SELECT ring, who, max(CASE WHEN by_identity THEN 1 ELSE 0 END) AS by_identity FROM repeats GROUP BY ring, who
),
in_common AS (
  SELECT ring, count(bearers.who) AS with_papers, count(writers.who) AS writes_alike,
         CAST(coalesce(sum(by_identity), 0) AS BIGINT) AS with_identity
  FROM named LEFT JOIN bearers USING (ring, who) LEFT JOIN writers USING (ring, who)
  GROUP BY ring
),
bonds AS (
  SELECT 'block ' || to_id AS ring, key, row_number() OVER (PARTITION BY to_id ORDER BY from_id) AS nth
  FROM in_rating_block
),
bound AS (SELECT ring, count(*) AS bonds FROM bonds GROUP BY ring),
parts AS (
  SELECT ring, 'account' AS part, who AS one, '' AS other FROM named
  UNION
  SELECT ring, 'beside', who, '' FROM rated_in WHERE NOT kept
  UNION
  SELECT ring, 'pair', rater, developer FROM pairs
  UNION
  SELECT ring, 'tie', first_owner, who FROM repeats WHERE first_owner <> who
  UNION
  SELECT ring, 'tie', from_id, to_id FROM likes
  UNION
  SELECT ring, 'mark', mark, '' FROM repeated
  UNION
  SELECT ring, 'purse', who, '' FROM purses
  UNION
  SELECT ring, 'document', paper, '' FROM repeats
  UNION
  SELECT ring, 'document', other, '' FROM repeats
  UNION
  SELECT ring, 'RATED', key, '' FROM kept WHERE nth <= $shown_ratings
  UNION
  SELECT ring, 'IN_RATING_BLOCK', key, '' FROM bonds WHERE nth <= $shown_ratings
  UNION
  SELECT ring, 'HANDED_IN_BY', key, '' FROM repeats
  UNION
  SELECT ring, 'WRITES_LIKE', key, '' FROM likes
  UNION
  SELECT ring, 'PAID_THROUGH', key, '' FROM purses
  UNION
  SELECT ring, 'PAID_THROUGH', client_key, '' FROM purses
)
SELECT ring, shape, raters, developers, unrelated_raters, unrelated, ratings, timed, hasty, first, last, given_overall,
       received_overall, with_papers, with_identity, writes_alike, coalesce(bonds, 0) AS bonds, part, one, other
FROM parts
JOIN timed USING (ring) JOIN by_raters USING (ring) JOIN by_rated USING (ring) JOIN in_common USING (ring)
LEFT JOIN bound USING (ring)
WHERE shape = 'circle' OR (unrelated > 1 AND (shape = 'client' OR unrelated_raters > 1))
ORDER BY ring, part, one, other
