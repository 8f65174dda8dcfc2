// Finds: websites named at sign-up or on profiles that are dead, or that several accounts name as theirs.
// Why:   accounts made with websites that do not exist (M3).
// Cost:  the sites that defunct-website.sql counted, and where each account names it.
// Limits: equal once scheme, www and closing slash are taken away; a site behind another domain is another.
//         Sites of more than $most_accounts accounts are hosts, not sites. Bare addresses of hosts that everybody names ($hosts) are left out.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
OPTIONAL MATCH (a)<-[via:CHANGE_OF|PROFILE_OF]-(source) WHERE type(via) = row.via AND source.id = row.source
WITH row.site AS site, head(collect(row)) AS counts, collect(DISTINCT a) AS accounts, collect(via) AS vias, collect(source) AS sources
OPTIONAL MATCH (w:Website {id: counts.website})
RETURN site AS key,
       accounts + sources + [w] AS nodes,
       vias AS relations,
       [{of: 'Account', rows: size(accounts), first: counts.first_named, last: counts.last_named}] AS counted,
       {
         website: site,
         status: coalesce(w.status, 'unknown'),
         checked_at: w.checked_at,
         years_until_dead: CASE
           WHEN w.checked_at IS NULL OR counts.first_named IS NULL OR w.checked_at < counts.first_named THEN 0.0
           ELSE round((datetime(w.checked_at).epochSeconds - datetime(counts.first_named).epochSeconds) / 31557600.0, 3)
         END,
         accounts: size(accounts),
         unrelated: counts.parties,
         one_employer: counts.one_employer,
         of_company: counts.of_company,
         usual_checked: $usual_checked,
         usual_dead: $usual_dead
       } AS facts
