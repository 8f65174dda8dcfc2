// Nodes whose searchable columns hold the words, best first; $words is a Lucene query that the program has
// built from escaped words. Lucene itself stops at $limit, so a word that all nodes hold costs no more.
CALL db.index.fulltext.queryNodes('skein_search', $words, {limit: toInteger($limit)}) YIELD node, score
RETURN node, score, COUNT { (node)--() } AS degree
ORDER BY score DESC, labels(node)[0], node.id
