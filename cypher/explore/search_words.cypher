// Nodes that hold the words, best first, at most $each of a kind; $words is a Lucene query that the program has built
// from escaped words. Lucene itself stops at $most, so a word that all nodes hold costs no more. Ties go by id, so that
// the same question has the same answer.
CALL db.index.fulltext.queryNodes('skein_words', $words, {limit: toInteger($most)}) YIELD node, score
WITH node, score, labels(node)[0] AS label
ORDER BY score DESC, label, node.id
WITH label, collect({node: node, score: score})[..toInteger($each)] AS best, count(*) AS found
UNWIND best AS one
WITH one.node AS node, one.score AS score, label, found
RETURN node, COUNT { (node)--() } AS degree, score, found
ORDER BY score DESC, label, node.id
