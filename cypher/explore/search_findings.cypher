// Findings that hold the words, best first; $words is a Lucene query that the program has built from escaped words and
// the run. Lucene stops at $most.
CALL db.index.fulltext.queryNodes('skein_found', $words, {limit: toInteger($most)}) YIELD node, score
RETURN node.json AS json, node.cluster_id AS cluster_id, score
ORDER BY score DESC, node.score DESC, node.id
