// What was decided of findings and clusters, by their ids; nothing of those that nobody has touched.
// Why: lists of findings and clusters mark it in each row. Cost: one seek an id.
UNWIND $ids AS id
MATCH (d:SkeinDisposition {subject: id})
RETURN id, d AS disposition
