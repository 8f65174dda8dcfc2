// Finds: pairs of accounts that were opened within $minutes of each other and used from one network (autonomous system),
// one opened directly after the other there.
// Cost: reads every session once.
MATCH (a:Account)-[:LOGGED_IN_FROM]->(i:Ip)
WHERE a.created_at IS NOT NULL AND i.asn IS NOT NULL
WITH DISTINCT i.asn AS network, a
ORDER BY network, a.created_at, a.id
WITH network, collect(a) AS opened
UNWIND range(0, size(opened) - 2) AS place
WITH network, opened[place] AS first, opened[place + 1] AS second
WITH network, first, second, duration.inSeconds(datetime(first.created_at), datetime(second.created_at)).seconds / 60.0 AS minutes
WHERE minutes <= $minutes
RETURN first, second, network, round(minutes, 1) AS minutes
ORDER BY minutes, first.id, second.id
