// What was decided of the answers of versions of patterns ($of), as it stands now.
// Why: how often a version is right, as for a detector. Cost: the answers of each version, found in the index, and a seek each.
// Limits: answers that were there when the pattern was set are in no queue, and count in nothing.
UNWIND $of AS of
MATCH (a:SkeinPatternAnswer {query: of.query, version: of.version})
MATCH (d:SkeinDisposition {subject: a.id})
RETURN of.query AS query, of.version AS version,
       count(CASE WHEN d.state = 'confirmed' THEN 1 END) AS confirmed,
       count(CASE WHEN d.state = 'dismissed' THEN 1 END) AS dismissed,
       count(CASE WHEN d.state IN ['new', 'in_review'] THEN 1 END) AS undecided,
       count(CASE WHEN NOT d.state IN ['confirmed', 'dismissed', 'new', 'in_review'] THEN 1 END) AS other
