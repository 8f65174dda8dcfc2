// How many addresses the most mobile accounts show in a day (one account in a hundred shows more), and the
// share of accounts that ever show two countries in a day: where addresses are often misplaced, or borders near,
// a leap says little.
MATCH (a:Account)-[s:LOGGED_IN_FROM]->(i:Ip)
WHERE s.started_at <= $as_of
WITH a, substring(s.started_at, 0, 10) AS day, count(DISTINCT i) AS addresses,
     count(DISTINCT CASE WHEN coalesce(i._at, '') <= $as_of AND NOT coalesce(i.kind, '') IN ['vpn', 'tor', 'hosting']
                         THEN i.country END) AS countries
WITH a, max(addresses) AS most, max(countries) AS shown
RETURN coalesce(toInteger(percentileDisc(most, 0.99)), 1) AS usual_addresses,
       CASE WHEN count(a) = 0 THEN 0.0
            ELSE round(10000.0 * count(CASE WHEN shown > 1 THEN 1 END) / count(a)) / 10000 END AS usual_leaping
