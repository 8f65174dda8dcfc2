// Nodes whose long texts hold the words, best first; $words is a Lucene query that the program has built from escaped
// words. Lucene stops at $most.
CALL db.index.fulltext.queryNodes('skein_texts', $words, {limit: toInteger($most)}) YIELD node, score
RETURN node, COUNT { (node)--() } AS degree, score
ORDER BY score DESC, labels(node)[0], node.id
