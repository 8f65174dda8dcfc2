// Finds: which findings had a decision of their own before a moment.
// Why:   what is decided through a cluster is counted apart from that, once.
// Cost:  one seek an id.
UNWIND $ids AS id
MATCH (d:SkeinDisposition {subject: id})
WHERE d.kind = 'finding' AND d.first_decided < $end
RETURN id
