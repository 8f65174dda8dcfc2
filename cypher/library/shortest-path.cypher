// Finds: a shortest way between two nodes over at most 8 relations of any kind, hubs included.
// Cost: two seeks, then a search from both ends; over hubs it may take long, and the time limit ends it.
MATCH (a WHERE a.id = $from.id AND (a:Account OR a:Ip OR a:Device OR a:PaymentAccount OR a:Document
  OR a:Company OR a:Person OR a:WatchlistEntry OR a:Job OR a:Website OR a:Profile) AND $from.label IN labels(a))
MATCH (b WHERE b.id = $to.id AND (b:Account OR b:Ip OR b:Device OR b:PaymentAccount OR b:Document
  OR b:Company OR b:Person OR b:WatchlistEntry OR b:Job OR b:Website OR b:Profile) AND $to.label IN labels(b))
MATCH way = shortestPath((a)-[*..8]-(b))
RETURN way, length(way) AS steps
