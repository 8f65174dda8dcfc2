// Finds: the ratings that some accounts gave one another, earliest first, and when the job was finished.
// Why:   a ring rates itself in bursts, both ways, soon after the job; the matrix shows who and when.
// Cost:  one seek an account, then the ratings it gave.
// Limits: at most $most ratings; `total` says how many there are.
UNWIND $accounts AS id
MATCH (a:Account {id: id})-[r:RATED]->(b:Account)
WHERE b.id IN $accounts
  AND coalesce(r._loaded, '') <= $known_on
  AND coalesce(r._at, $from) >= $from AND coalesce(r._at, '') <= $to
WITH r, a, b ORDER BY r._at, r.key
WITH collect({relation: r, from: a.id, to: b.id}) AS ranked
UNWIND ranked[..toInteger($most)] AS one
WITH size(ranked) AS total, one.relation AS relation, one.from AS from, one.to AS to
OPTIONAL MATCH (j:Job {id: relation.job_id})
RETURN relation, from, to, j.finished_at AS finished, total
