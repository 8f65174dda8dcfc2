// Finds: documents with one number, file or picture that several accounts handed in.
// Cost: reads every document once.
MATCH (d:Document)-[h:HANDED_IN_BY]->(a:Account)
UNWIND [['number', d.number], ['file', d.sha256], ['picture', d.perceptual_hash]] AS mark
WITH mark[0] AS same, mark[1] AS value, d, h, a
WHERE value IS NOT NULL
WITH same, value, collect(DISTINCT a) AS accounts, collect(DISTINCT d) AS documents, collect(h) AS handed_in
WHERE size(accounts) > 1
RETURN same, value, size(accounts) AS times, accounts, documents, handed_in
ORDER BY times DESC, same, value
