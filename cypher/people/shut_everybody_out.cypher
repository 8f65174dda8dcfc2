// Ends what anybody has come with so far, or could come with: sessions, tokens and links. Says how many of each there were.
// Why: after a restore they are as of the backup, also those that were ended since. Cost: reads and removes all of them, a few for each person.
OPTIONAL MATCH (n:SkeinSession|SkeinAccessToken|SkeinEntryLink)
WITH n, CASE WHEN n:SkeinSession THEN 's' WHEN n:SkeinAccessToken THEN 't' WHEN n:SkeinEntryLink THEN 'l' END AS kind
DETACH DELETE n
RETURN count(CASE kind WHEN 's' THEN 1 END) AS sessions, count(CASE kind WHEN 't' THEN 1 END) AS tokens,
       count(CASE kind WHEN 'l' THEN 1 END) AS links
