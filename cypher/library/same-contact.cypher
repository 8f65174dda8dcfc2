// Finds: accounts that state one e-mail address, phone number or website, whatever its case.
// Cost: reads every account once.
MATCH (a:Account)
UNWIND [['email', a.email], ['phone', a.phone], ['website', a.website]] AS stated
WITH a, stated[0] AS column, toLower(trim(stated[1])) AS value
WHERE value IS NOT NULL AND value <> ''
WITH column, value, collect(DISTINCT a) AS accounts
WHERE size(accounts) > 1
RETURN column, value, size(accounts) AS times, accounts
ORDER BY times DESC, column, value
