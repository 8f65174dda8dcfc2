// Finds: accounts that rated one account alone, and that at least $times.
// Cost: reads every rating once.
MATCH (rater:Account)-[r:RATED]->(rated:Account)
WITH rater, collect(DISTINCT rated) AS rated, count(r) AS times, avg(r.score) AS mean, collect(r) AS ratings
WHERE size(rated) = 1 AND times >= $times
RETURN rater, rated[0] AS rated, times, round(mean, 2) AS mean_score, ratings
ORDER BY times DESC, rater.id
