// A page of a run's findings, strongest first, ties by id, and how many there are in all that pass the filter.
// What nobody has decided of is new. $words are looked for in ids, accounts and the title as it is stored, in English; in the
// reader's language they are found in the names of $detectors. $shown is a Lucene query that the program has built of the run and
// of a node or an account.
// Why: the list of findings, narrowed. Cost: the findings of $cluster, or those that show what is asked for, or what was decided as
// asked ($by says by what they are found); and otherwise every finding of the run. One seek each for what was
// decided, where that is asked.
// Limits: $limit of those after $after (a score and an id); no rows, and so no count, beyond the last one.
CALL () {
  WITH 1 AS go WHERE $by = 'cluster'
  MATCH (f:SkeinFinding {run: $run, cluster_id: $cluster})
  RETURN f
  UNION ALL
  WITH 1 AS go WHERE $by = 'shown'
  CALL db.index.fulltext.queryNodes('skein_shown', $shown) YIELD node
  WITH node AS f WHERE f.run = $run
  RETURN f
  UNION ALL
  WITH 1 AS go WHERE $by = 'decided'
  MATCH (d:SkeinDisposition)
  WHERE d.subject >= '' AND d.state IN $states
  WITH DISTINCT d.subject AS subject
  MATCH (f:SkeinFinding {run: $run, id: subject})
  USING INDEX SEEK f:SkeinFinding(run, id)
  RETURN f
  UNION ALL
  WITH 1 AS go WHERE $by = 'run'
  MATCH (f:SkeinFinding {run: $run})
  RETURN f
}
WITH f
WHERE ($detector IS NULL OR f.detector = $detector)
  AND ($account IS NULL OR $account IN f.accounts)
  AND ($node IS NULL OR $node IN f.nodes)
  AND ($cluster IS NULL OR f.cluster_id = $cluster)
  AND f.score >= $min_score AND f.score <= $max_score
  AND ($indicator IS NULL OR split(split(f.json, '"indicators":[')[1], ']')[0] CONTAINS '"' + $indicator + '"')
  AND ($words IS NULL OR f.detector IN $detectors
       OR all(word IN $words WHERE all(part IN word.parts WHERE coalesce(f._search, toLower(f.json)) CONTAINS part)
                                OR any(account IN f.accounts WHERE toLower(account) CONTAINS word.whole)))
  AND ($states IS NULL
       OR coalesce(COLLECT { MATCH (d:SkeinDisposition {subject: f.id}) RETURN d.state }[0], 'new') IN $states)
WITH f ORDER BY f.score DESC, f.id
WITH collect(f) AS matching
WITH size(matching) AS total,
     [f IN matching WHERE $after IS NULL OR f.score < $after[0] OR (f.score = $after[0] AND f.id > $after[1])][..toInteger($limit)] AS page
UNWIND page AS f
RETURN f.json AS json, f.cluster_id AS cluster_id, f.evidence_count AS evidence_count, total
