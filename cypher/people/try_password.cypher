// Counts a try of a password before it is compared, so that however many come at once, each counts: `$locks` says by how many
// were wrong until when the next may not be tried, '' where it may. While it may not, nothing is counted, and the row says so.
// Why: the write comes first, and so the lock; what is read after it no other try changes meanwhile. A lock that ends later than
// the longest does from now is of a clock that was put back since, and locks nobody out. One seek.
MATCH (p:SkeinPerson {key: $key})
SET p.tried = $now
WITH p, p.locked_until > $now AND p.locked_until <= $locks[-1] AS locked
WITH p, coalesce(locked, false) AS locked, p.locked_until AS until, p.failed + 1 AS failed
WITH p, locked, until, failed, $locks[CASE WHEN failed < size($locks) THEN failed ELSE size($locks) - 1 END] AS lock
SET p.failed = CASE WHEN locked THEN p.failed ELSE failed END,
    p.locked_until = CASE WHEN locked THEN until WHEN lock = '' THEN null ELSE lock END
RETURN p.id AS id, p.name AS name, p.active AS active, p.password_hash AS hash, p.password_key AS key,
       p.factor_secret IS NOT NULL AS factor,
       CASE WHEN locked THEN until END AS locked_until
