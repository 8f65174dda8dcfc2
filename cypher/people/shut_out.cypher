// Ends what a person has come with so far: sessions, tokens and links. A seek for each kind, in the index of the person.
MATCH (n:SkeinSession|SkeinAccessToken|SkeinEntryLink {person: $person})
DETACH DELETE n
RETURN count(n) AS ended
