// Measures: per role and trade, and per role, how many accounts have how little in their profiles and portfolio.
// Cost:     one pass over accounts, profiles and portfolio papers.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated
CALL (a) {
  OPTIONAL MATCH (a)<-[:PROFILE_OF]-(p:Profile) WHERE coalesce(p.observed_at, '') <= $as_of
  RETURN sum(CASE WHEN p IS NULL THEN 0 ELSE 1 +
    size([v IN [p.name, p.city, p.email, p.phone, p.employer, p.education, p.website] WHERE v IS NOT NULL]) END) AS said
}
CALL (a) {
  OPTIONAL MATCH (a)<-[:HANDED_IN_BY]-(d:Document)
  WHERE d.kind IN ['portfolio', 'resume', 'profile'] AND coalesce(d.submitted_at, '') <= $as_of
  RETURN sum(CASE WHEN d IS NULL THEN 0
    ELSE 1 + toInteger(log(1 + size(coalesce(d.text, '')) / $text_step) / log(2)) END) AS shown
}
WITH coalesce(stated.role, '') AS role, toLower(coalesce(stated.trade, '')) AS trade,
     said + shown +
       size([v IN [stated.city, stated.address, stated.phone, stated.website, stated.employer, stated.education] WHERE v IS NOT NULL]) AS richness
UNWIND [role, role + ' ' + trade] AS peers
WITH peers, richness, count(*) AS accounts
ORDER BY peers, richness
WITH peers, collect({richness: richness, accounts: accounts}) AS spread, sum(accounts) AS total
WHERE total >= $min_peers
RETURN collect({peers: peers, total: total, spread: spread}) AS usual
