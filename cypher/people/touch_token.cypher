// Notes that a token is in use. One seek.
MATCH (t:SkeinAccessToken {digest: $digest})
SET t.last_used = $now
