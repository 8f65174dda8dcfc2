// How many nodes bear each label; those without any count as ''.
// Why: that all is there is counted before it may be served. Cost: one scan of all nodes. Limits: none.
MATCH (n)
WHERE NOT n:Skein
UNWIND CASE WHEN labels(n) = [] THEN [''] ELSE labels(n) END AS name
RETURN name, count(*) AS count
