// Finds: what was confirmed in a period and is confirmed still, the latest first, with its accounts as they were then.
// Why:   the money that it received.
// Cost:  one range of an index: the decisions in force that were made in the period.
MATCH (d:SkeinDisposition)
WHERE d.decided_at >= $start AND d.decided_at < $end AND d.state = 'confirmed' AND d.kind <> 'answer'
RETURN d.id AS disposition, d.kind AS kind, coalesce(d.decided_accounts, []) AS accounts
ORDER BY d.decided_at DESC, d.id
