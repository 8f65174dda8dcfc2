// All that was said outside of the end of the chain, by what it was of. Cost: one node an anchor, of which a day has one.
MATCH (a:SkeinAuditAnchor)
RETURN a {.*} AS anchor ORDER BY a.count, a.at
