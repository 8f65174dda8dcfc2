// Finds: accounts whose e-mail or website domain is one keystroke from a real company's, and accounts that share
//        one employee's name and employer.
// Why:   companies are named as employers, with their real employees' names and addresses made like theirs (C7).
// Cost:  one pass over the inferred look-alikes, which are few.
// Limits: only domains of companies' rows and those that several accounts of one employer use are known as real;
//         names shorter than five letters are near one another by chance.
CALL () {
  MATCH (a:Account)-[l:LOOKALIKE_DOMAIN]->(owner:Company|Account)
  WHERE coalesce(a._at, '') <= $as_of
  WITH owner, l.reason AS domains, a, l ORDER BY a.id, l.key
  WITH owner, domains, collect(DISTINCT a) AS accounts, collect(l) AS relations, max(l.score) AS likeness
  RETURN 'domain ' + domains AS key, accounts, [owner] AS rest, relations, likeness, 'domain' AS sort, domains AS what
UNION
  MATCH (a:Account)-[l:SAME_EMPLOYEE]->(first:Account)
  WHERE coalesce(a._at, '') <= $as_of AND coalesce(first._at, '') <= $as_of
  WITH first, a, l ORDER BY a.id
  WITH first, collect(a) AS others, collect(l) AS relations, head(collect(l.reason)) AS what
  WHERE size(others) < $most_accounts
  RETURN 'employee ' + first.id AS key, [first] + others AS accounts, [] AS rest, relations, 0.0 AS likeness,
         'employee' AS sort, what
}
CALL (accounts) {
  UNWIND accounts AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, group, coalesce(then, a) AS stated
  RETURN count(DISTINCT coalesce(group.id, a.id)) AS parties, count(DISTINCT stated.birth_date) AS birth_dates,
         count(DISTINCT stated.email) AS emails, count(DISTINCT stated.platform) AS platforms,
         count(DISTINCT stated.country) AS countries, count(DISTINCT toLower(stated.employer)) AS employers
}
RETURN key,
       accounts + rest AS nodes,
       relations,
       [a IN accounts | a.id] AS about,
       {
         sort: sort,
         what: what,
         likeness: likeness,
         accounts: size(accounts),
         unrelated: parties,
         birth_dates: birth_dates,
         emails: emails,
         platforms: platforms,
         countries: countries,
         names_employer: employers > 0
       } AS facts
