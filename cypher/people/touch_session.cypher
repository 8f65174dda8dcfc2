// Notes that a session is in use. Two seeks.
MATCH (s:SkeinSession {digest: $digest})
SET s.last_seen = $now
WITH s
MATCH (p:SkeinPerson {id: s.person})
SET p.last_seen = $now
