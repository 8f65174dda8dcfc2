-- Counts: for each circle of like wording, and each pair across circles, which of its accounts word texts alike and how
--         firmly, what texts they have in common and in how many documents.
-- Cost:   one pass over WRITES_LIKE and SAME_TEXT, which exist only between accounts with telling texts in common.
-- Limits: as shared-template.cypher says.
WITH circles AS (
  SELECT to_id AS circle, from_id AS who FROM in_text_circle
  UNION
  SELECT to_id, to_id FROM in_text_circle
),
parties AS (SELECT from_id AS who, min(to_id) AS party FROM declared_with GROUP BY from_id),
pairs AS (
  SELECT CASE WHEN of_a.circle = of_b.circle THEN of_a.circle ELSE from_id || ' ' || to_id END AS circle,
         from_id AS a, to_id AS b,
         score * CASE WHEN coalesce(a_party.party, from_id) = coalesce(b_party.party, to_id)
                      THEN $declared_share ELSE CAST(1 AS DOUBLE) END AS score
  FROM writes_like
  LEFT JOIN circles of_a ON of_a.who = from_id
  LEFT JOIN circles of_b ON of_b.who = to_id
  LEFT JOIN parties a_party ON a_party.who = from_id
  LEFT JOIN parties b_party ON b_party.who = to_id
),
members AS (
  SELECT circle, who FROM circles
  UNION
  SELECT circle, a FROM pairs
  UNION
  SELECT circle, b FROM pairs
),
named AS (
  SELECT circle, array_sort(array_agg(who)) AS members, count(DISTINCT coalesce(party, who)) AS unrelated
  FROM members LEFT JOIN parties USING (who)
  GROUP BY circle
),
writings AS (
  SELECT from_id AS writing, to_id AS who, coalesce(kind, 'other') AS kind
  FROM handed_in_by JOIN document ON document.id = from_id
  WHERE coalesce(submitted_at, '') <= $as_of
),
either_way AS (SELECT circle, a, b FROM pairs UNION ALL SELECT circle, b, a FROM pairs),
placed AS (
  SELECT CASE WHEN of_a.circle = of_b.circle THEN of_a.circle ELSE either_way.circle END AS circle,
         from_id, to_id, one.kind, other.kind AS other_kind, score
  FROM same_text
  JOIN writings one ON one.writing = from_id
  JOIN writings other ON other.writing = to_id
  LEFT JOIN circles of_a ON of_a.who = one.who
  LEFT JOIN circles of_b ON of_b.who = other.who
  LEFT JOIN either_way ON a = one.who AND b = other.who
  WHERE of_a.circle = of_b.circle OR either_way.circle IS NOT NULL
),
common AS (
  SELECT circle, from_id, to_id, score,
         row_number() OVER (PARTITION BY circle ORDER BY score DESC, from_id, to_id) AS nth
  FROM placed
),
texts AS (SELECT circle, count(*) AS texts FROM placed GROUP BY circle),
used AS (
  SELECT circle, from_id AS writing, kind FROM placed
  UNION
  SELECT circle, to_id, other_kind FROM placed
),
written AS (
  SELECT circle, count(*) AS documents, array_sort(array_agg(DISTINCT kind)) AS kinds FROM used GROUP BY circle
),
known AS (
  SELECT circle, array_sort(array_agg(DISTINCT writing)) AS covered
  FROM used JOIN covers ON covers.to_id = writing AND covers.to_type = 'Document'
  GROUP BY circle
),
shown AS (
  SELECT circle, 'WRITES_LIKE' AS relation, a, b, score FROM pairs
  UNION ALL
  SELECT circle, 'SAME_TEXT', from_id, to_id, score FROM common WHERE nth <= $most_shown
),
ordered AS (
  SELECT circle, relation, a, b, score,
         row_number() OVER (PARTITION BY circle ORDER BY relation DESC, score DESC, a, b) AS nth
  FROM shown
)
SELECT circle, CASE WHEN nth = 1 THEN members END AS members, unrelated, texts, documents, kinds, covered,
       relation, a, b, score
FROM ordered JOIN named USING (circle)
LEFT JOIN texts USING (circle) LEFT JOIN written USING (circle)
LEFT JOIN known USING (circle)
ORDER BY circle, nth
