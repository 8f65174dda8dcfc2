-- Counts: for each paper that others are the same as, or of the same person, those and itself: who handed each in, to which
--         openly connected party that account belongs, what it is called, and how firmly the paper binds it.
-- Cost:   one pass over SAME_PAPER, which points to the earliest paper of each group.
-- Limits: as shared-document.cypher says.
WITH parties AS (SELECT from_id AS who, min(to_id) AS party FROM declared_with GROUP BY from_id),
bearers AS (
  SELECT handed_in_by.from_id AS paper, to_id AS who, coalesce(party, to_id) AS party
  FROM handed_in_by
  JOIN document ON document.id = handed_in_by.from_id
  LEFT JOIN parties ON who = to_id
  WHERE coalesce(submitted_at, '') <= $as_of
),
copies AS (
  SELECT to_id AS first, from_id AS paper, other.who, other.party, score AS alike, reason,
         score * CASE WHEN one.party = other.party THEN $declared_share ELSE CAST(1 AS DOUBLE) END AS score
  FROM same_paper JOIN bearers one ON one.paper = to_id JOIN bearers other ON other.paper = from_id
),
papers AS (
  SELECT first, paper, who, party, alike, reason, score FROM copies
  UNION ALL
  SELECT paper, paper, who, party, NULL, NULL, NULL FROM bearers WHERE paper IN (SELECT first FROM copies)
)
SELECT first, paper, who AS account, party, alike, papers.reason, papers.score,
       CASE WHEN s.from_id IS NULL THEN account.legal_name ELSE s.legal_name END AS legal_name,
       CASE WHEN s.from_id IS NULL THEN account.display_name ELSE s.display_name END AS display_name
FROM papers JOIN account ON account.id = who LEFT JOIN stated_then s ON s.from_id = who
ORDER BY first, papers.score DESC NULLS FIRST, paper
