// Measures: how many accounts are created a day.
// Cost:     one pass over accounts.
MATCH (a:Account)
WHERE a.created_at <= $as_of
WITH count(a) AS accounts, min(a.created_at) AS first, max(a.created_at) AS last
RETURN accounts AS usual_accounts,
       CASE
         WHEN accounts = 0 THEN 0.0
         ELSE round(accounts / (1.0 + (datetime(last).epochSeconds - datetime(first).epochSeconds) / 86400.0), 3)
       END AS usual_per_day
