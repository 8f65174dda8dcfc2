// What was decided in the queue of findings and clusters that any of these accounts is in: entries of their histories.
// Reads every disposition: people make them one by one. The accounts are looked up in a set.
MATCH (d:SkeinDisposition)
WHERE any(account IN d.members WHERE account IN $accounts)
MATCH (e:SkeinDispositionEntry {disposition: d.id})
RETURN e AS entry, d.id AS item, d.title AS title, d.kind AS kind
