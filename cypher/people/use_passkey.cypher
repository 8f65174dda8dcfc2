// Uses a passkey, once by each challenge: whoever comes with the same at the same time, or later, finds it used. Where an
// authenticator counts, it has to have counted on. Of challenges those that are over are forgotten; each begins with when that is.
// Why: the write comes first, and so the lock. One seek.
MATCH (k:SkeinPasskey {credential: $credential})
SET k.tried = $now
WITH k, $counter > k.counter OR ($counter = 0 AND k.counter = 0) AS counts,
     [each IN k.used WHERE each > $now] AS used
WITH k, counts, used, NOT $challenge IN used AS fresh
FOREACH (_ IN CASE WHEN counts AND fresh THEN [1] ELSE [] END |
  SET k.counter = $counter, k.last_used = $now, k.used = used + $challenge)
RETURN counts, fresh
