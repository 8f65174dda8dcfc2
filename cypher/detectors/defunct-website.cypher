// Finds: websites named at sign-up or on profiles that are dead, or that several accounts name as theirs.
// Why:   accounts made with websites that do not exist (M3).
// Cost:  one pass over the accounts, profiles and websites that name an address, grouped by it.
// Limits: equal once scheme, www and closing slash are taken away; a site behind another domain is another.
//         Sites of more than $most_accounts accounts are hosts, not sites. Bare addresses of hosts that everybody names ($hosts) are left out.
CALL {
  MATCH (c:Company) WHERE c.website IS NOT NULL
  RETURN collect(DISTINCT toLower(c.website)) AS company_sites
}
CALL {
  MATCH (a:Account)
  WHERE coalesce(a.created_at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  WHERE stated.website IS NOT NULL
  RETURN a, stated.website AS url, a.created_at AS named_at, a.created_at AS seen_at, null AS via, null AS source
UNION ALL
  MATCH (a:Account)<-[via:CHANGE_OF]-(c:AccountChange)
  WHERE c.field = 'website' AND c.old_value IS NOT NULL AND coalesce(a.created_at, '') <= $as_of
    AND c.changed_at <= $as_of
  RETURN a, c.old_value AS url, a.created_at AS named_at, c.changed_at AS seen_at, via, c AS source
UNION ALL
  MATCH (a:Account)<-[via:PROFILE_OF]-(p:Profile)
  WHERE p.website IS NOT NULL AND coalesce(p.observed_at, '') <= $as_of
  RETURN a, p.website AS url, coalesce(a.created_at, p.observed_at) AS named_at,
         coalesce(p.observed_at, a.created_at) AS seen_at, via, p AS source
}
WITH company_sites, a, named_at, seen_at, via, source, toLower(trim(url)) AS url
WITH company_sites, a, named_at, seen_at, via, source, CASE WHEN url CONTAINS '://' THEN split(url, '://')[1] ELSE url END AS url
WITH company_sites, a, named_at, seen_at, via, source, CASE WHEN url STARTS WITH 'www.' THEN substring(url, 4) ELSE url END AS url
WITH company_sites, a, named_at, seen_at, via, source, CASE WHEN url ENDS WITH '/' THEN left(url, size(url) - 1) ELSE url END AS site
WHERE site CONTAINS '.' AND NOT site IN $hosts
WITH company_sites, site, a, named_at, seen_at, via, source ORDER BY site, a.id, source.id
WITH company_sites, site, collect(DISTINCT a) AS accounts, collect(via) AS vias, collect(source) AS sources,
     min(named_at) AS first_named, max(seen_at) AS last_named
CALL (site) {
  UNWIND ['', 'https://', 'http://', 'https://www.', 'http://www.', 'www.'] AS before
  UNWIND ['', '/'] AS after
  MATCH (w:Website {id: before + site + after})
  WHERE coalesce(w.checked_at, '') <= $as_of AND w.status IS NOT NULL
  WITH w ORDER BY coalesce(w.checked_at, '') DESC, w.id
  RETURN collect(w) AS looked
}
WITH company_sites, site, accounts, vias, sources, first_named, last_named, looked[0] AS website
WHERE (size(accounts) > 1 OR website.status IN ['defunct', 'parked'])
  AND size(accounts) <= $most_accounts
CALL (accounts) {
  UNWIND accounts AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, group, coalesce(then, a) AS stated
  RETURN count(DISTINCT coalesce(group.id, a.id)) AS parties,
         count(DISTINCT toLower(stated.employer)) = 1 AND count(stated.employer) = count(a) AS one_employer
}
RETURN site AS key,
       accounts + sources + [w IN [website] WHERE w IS NOT NULL] AS nodes,
       vias AS relations,
       [{of: 'Account', rows: size(accounts), first: first_named, last: last_named}] AS counted,
       {
         website: site,
         status: coalesce(website.status, 'unknown'),
         checked_at: website.checked_at,
         years_until_dead: CASE
           WHEN website.checked_at IS NULL OR first_named IS NULL OR website.checked_at < first_named THEN 0.0
           ELSE round((datetime(website.checked_at).epochSeconds - datetime(first_named).epochSeconds) / 31557600.0, 3)
         END,
         accounts: size(accounts),
         unrelated: parties,
         one_employer: one_employer,
         of_company: any(url IN company_sites WHERE url IN [site, 'https://' + site, 'http://' + site,
           'https://www.' + site, 'http://www.' + site, site + '/', 'https://' + site + '/']),
         usual_checked: $usual_checked,
         usual_dead: $usual_dead
       } AS facts
