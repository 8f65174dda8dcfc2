// Another password, which also ends the waiting after wrong ones, and what else lets its person in: links, and tokens unless
// they are to stay. One seek for the person, and one for each kind in the index of the person.
MATCH (p:SkeinPerson {id: $id})
SET p.password_hash = $hash, p.password_key = $key, p.failed = 0, p.locked_until = null
WITH p
OPTIONAL MATCH (n:SkeinEntryLink|SkeinAccessToken {person: p.id})
WHERE n:SkeinEntryLink OR NOT $keepTokens
DETACH DELETE n
