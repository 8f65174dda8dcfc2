// Uses a link up, once: whoever comes at the same time finds it used. It lets in nobody who has come by single sign-on since it was made.
// Why: the write comes first, and so the lock. Two seeks.
MATCH (l:SkeinEntryLink {digest: $digest})
SET l.tried = $now
WITH l
WHERE l.used IS NULL AND l.expires > $now
MATCH (p:SkeinPerson {id: l.person})
WHERE p.active AND p.provider_key IS NULL
SET l.used = $now
RETURN p.id AS id, p.name AS name, l.first AS first
