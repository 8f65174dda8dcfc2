// A job with what was logged of it.
// Why: what a person opens. Cost: a seek, and one of its lines, tens of them. Limits: the first 5,000 lines.
MATCH (j:SkeinJob {id: $id})
CALL (j) {
  MATCH (l:SkeinJobLine {job: j.id})
  WITH l ORDER BY l.number LIMIT 5000
  RETURN collect(properties(l)) AS lines
}
RETURN properties(j) AS job, lines
