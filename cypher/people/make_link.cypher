// A link by which a person comes in once. Those that are over go. One seek, and those of the person.
MATCH (p:SkeinPerson {id: $link.person})
WHERE p.active
CREATE (l:SkeinEntryLink) SET l = $link
WITH l
OPTIONAL MATCH (old:SkeinEntryLink {person: l.person})
WHERE old.digest <> l.digest AND (old.expires <= $now OR old.used IS NOT NULL)
DETACH DELETE old
RETURN DISTINCT l.expires AS expires
